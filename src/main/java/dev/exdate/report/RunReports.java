package dev.exdate.report;

import dev.exdate.task.TaskContext;
import java.sql.SQLException;
import java.util.List;

/** The blocks of the run's report, as the lines people grep; each is read from one consistent snapshot. */
public interface RunReports {
    /** The three counts under {@code 📊 BEFORE STATE SNAPSHOT}. */
    List<String> beforeState() throws SQLException;

    /** The block {@code 📈 DISCOVERY METRICS:} without its title. */
    List<String> discoveryMetrics(TaskContext context) throws SQLException;

    /** The block {@code 📊 UPDATE METRICS:} without its title. */
    List<String> updateMetrics(TaskContext context) throws SQLException;

    /** The database's content and the quality checks' findings, for the run's closing report. */
    ClosingFigures closing(TaskContext context) throws SQLException;
}
