package health.cloudcare.broken.b;

import health.cloudcare.broken.a.EverythingWrong;

public class Other {
    public EverythingWrong back;
}
