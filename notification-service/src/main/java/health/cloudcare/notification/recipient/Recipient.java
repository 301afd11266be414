package health.cloudcare.notification.recipient;

import java.util.UUID;

import io.quarkus.mongodb.panache.common.MongoEntity;
import org.bson.codecs.pojo.annotations.BsonCreator;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;

/** Which account a patient reads with, as the account topic told. */
@MongoEntity(collection = "recipient")
public class Recipient {

    private final UUID patientId;
    private final UUID accountId;

    @BsonCreator
    public Recipient(@BsonId UUID patientId, @BsonProperty("accountId") UUID accountId) {
        this.patientId = patientId;
        this.accountId = accountId;
    }

    @BsonId
    public UUID getPatientId() {
        return patientId;
    }

    public UUID getAccountId() {
        return accountId;
    }
}
