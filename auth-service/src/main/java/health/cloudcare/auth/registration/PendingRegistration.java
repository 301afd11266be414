package health.cloudcare.auth.registration;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.servicekit.identity.Role;

/** What an administrator sees of somebody who registered and has not proved the address yet. */
@Entity
@Table(name = "pending_registrations")
@NullUnmarked
class PendingRegistration {

    @Id
    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "user_id")
    private String userId;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String username;
    private String email;
    private String mobile;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    @Column(name = "is_pregnant")
    private boolean pregnant;

    @Nullable
    private String specialization;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected PendingRegistration() {}

    PendingRegistration(Account account, RegisterRequest request) {
        this.accountId = account.id();
        this.userId = account.value(IdentifierKind.USER_ID);
        this.role = account.role();
        this.username = request.username().strip();
        this.email = request.email().strip();
        this.mobile = request.mobile().strip();
        this.firstName = request.firstName().strip();
        this.lastName = request.lastName().strip();
        this.pregnant = request.pregnant();
        this.specialization = request.specialization();
        this.createdAt = account.createdAt();
        this.expiresAt = account.pendingUntil();
    }

    UUID accountId() {
        return accountId;
    }

    String userId() {
        return userId;
    }

    Role role() {
        return role;
    }

    String username() {
        return username;
    }

    String email() {
        return email;
    }

    String mobile() {
        return mobile;
    }

    String firstName() {
        return firstName;
    }

    String lastName() {
        return lastName;
    }

    boolean isPregnant() {
        return pregnant;
    }

    @Nullable
    String specialization() {
        return specialization;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "PendingRegistration of account " + accountId;
    }
}
