package health.cloudcare.localstack.backing;

import org.h2.mvstore.type.ObjectDataType;

/** Ids, most of which are texts. In the file and in the order of its superclass, but compared without finding out what they are. */
final class TextKeyType extends ObjectDataType {
    @Override
    public int compare(Object a, Object b) {
        return a instanceof String first && b instanceof String second ? first.compareTo(second) : super.compare(a, b);
    }
}
