package health.cloudcare.localstack;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Command-line options of the form {@code --name value} and {@code --flag}. */
record Arguments(Map<String, String> values, Set<String> flags) {
    static Arguments parse(String[] arguments, Set<String> valueNames, Set<String> flagNames) {
        var values = new HashMap<String, String>();
        var flags = new HashSet<String>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if (flagNames.contains(name)) {
                flags.add(name);
            } else if (valueNames.contains(name) && i + 1 < arguments.length) {
                values.put(name, arguments[++i]);
            } else {
                throw new IllegalArgumentException(
                        valueNames.contains(name) ? name + " needs a value" : "Unknown option " + name);
            }
        }
        return new Arguments(Map.copyOf(values), Set.copyOf(flags));
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }
}
