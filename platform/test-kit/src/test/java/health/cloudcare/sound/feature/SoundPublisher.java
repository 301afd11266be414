package health.cloudcare.sound.feature;

import org.eclipse.microprofile.reactive.messaging.Emitter;

/** What emitters are for. */
record SoundPublisher(Emitter<String> emitter) {}
