package health.cloudcare.wearables.store;

import java.util.Arrays;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnPackingTest {

    @Property(tries = 500)
    void anyDoubleIsReadBackToTheLastBit(@ForAll("values") double[] values) {
        byte[] packed = new ColumnWriter().decimals(values, values.length).toBytes();

        double[] read = new ColumnReader(packed).decimals(values.length);

        assertThat(Arrays.stream(read).mapToLong(Double::doubleToRawLongBits))
                .containsExactly(Arrays.stream(values)
                        .mapToLong(Double::doubleToRawLongBits)
                        .boxed()
                        .toArray(Long[]::new));
    }

    @Provide
    Arbitrary<double[]> values() {
        Arbitrary<Double> any = Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.integers().between(-1_000_000, 1_000_000).map(i -> i / 1_000.0),
                Arbitraries.of(0.0, -0.0, 0.1, 0.242, 1e300, 4503599627370496.0, 4503599627370497.0));
        return any.array(double[].class).ofMaxSize(40);
    }

    @Property(tries = 500)
    void anyIntegersAreReadBack(@ForAll int[] values) {
        int[] bounded = Arrays.stream(values).map(v -> v % 200_000_000).toArray();
        byte[] packed = new ColumnWriter()
                .increasing(bounded, bounded.length)
                .repetitive(Arrays.stream(bounded).map(Math::abs).toArray(), bounded.length)
                .toBytes();

        ColumnReader reader = new ColumnReader(packed);

        assertThat(reader.increasing(bounded.length)).containsExactly(bounded);
        assertThat(reader.repetitive(bounded.length))
                .containsExactly(Arrays.stream(bounded).map(Math::abs).toArray());
    }
}
