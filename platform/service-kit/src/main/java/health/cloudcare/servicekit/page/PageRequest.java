package health.cloudcare.servicekit.page;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted. What a client asks for beyond the bounds is brought within them rather than refused.
 *
 * @param page from 0
 * @param size 1 to {@value #MAX_SIZE}
 */
public record PageRequest(int page, int size) {

    public static final int MAX_SIZE = 100;
    public static final int DEFAULT_SIZE = 20;

    /** Deeper pages cost more than anybody reads. */
    private static final int MAX_PAGE = 10_000;

    public PageRequest {
        page = Math.clamp(page, 0, MAX_PAGE);
        size = Math.clamp(size, 1, MAX_SIZE);
    }

    public static PageRequest of(@Nullable Integer page, @Nullable Integer size) {
        return new PageRequest(page == null ? 0 : page, size == null ? DEFAULT_SIZE : size);
    }

    public int offset() {
        return page * size;
    }
}
