package health.cloudcare.notification.recipient;

import java.util.UUID;

import io.quarkus.mongodb.panache.common.MongoEntity;
import org.bson.codecs.pojo.annotations.BsonCreator;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which account a patient, doctor or hospital reads with, as the account topic told. Without an account once that is deleted:
 * what still arrives for the profile then is for nobody, instead of for somebody yet to come.
 */
@MongoEntity(collection = "recipient")
public class Recipient {

    private final UUID profileId;
    private final @Nullable UUID accountId;

    @BsonCreator
    public Recipient(@BsonId UUID profileId, @BsonProperty("accountId") @Nullable UUID accountId) {
        this.profileId = profileId;
        this.accountId = accountId;
    }

    @BsonId
    public UUID getProfileId() {
        return profileId;
    }

    public @Nullable UUID getAccountId() {
        return accountId;
    }
}
