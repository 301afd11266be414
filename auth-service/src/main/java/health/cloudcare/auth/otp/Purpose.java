package health.cloudcare.auth.otp;

import health.cloudcare.auth.delivery.Template;

/** What a code is good for, and for nothing else. */
public enum Purpose {
    SIGN_UP(Template.VERIFICATION_CODE),
    SIGN_IN(Template.SIGN_IN_CODE),
    PASSWORD_RESET(Template.PASSWORD_RESET_CODE),
    IDENTIFIER(Template.VERIFICATION_CODE);

    private final Template template;

    Purpose(Template template) {
        this.template = template;
    }

    Template template() {
        return template;
    }
}
