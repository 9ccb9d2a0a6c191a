package dev.exdate;

import dev.exdate.testing.QuarkusDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.main.QuarkusMainIntegrationTest;

/** The commands of the packaged program: the Java program or the executable, whichever was built last. */
@QuarkusMainIntegrationTest
@WithTestResource(QuarkusDatabase.class)
class CommandsIT extends CommandsTest {}
