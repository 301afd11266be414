package health.cloudcare.patient.profile;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;

@ApplicationScoped
public class Patients implements PanacheRepositoryBase<Patient, UUID> {}
