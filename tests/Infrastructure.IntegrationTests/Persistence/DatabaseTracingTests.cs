using System.Collections.Concurrent;
using System.Diagnostics;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.Logging.Abstractions;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

/// <summary>Statements of the owner are no part of a trace: the password of the application's role is in the text of one of them.</summary>
public sealed class DatabaseTracingTests : IDisposable
{
    private readonly ConcurrentQueue<Activity> spans = new();
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("cleanapi-tracing-");
    private readonly ActivityListener listener;

    public DatabaseTracingTests()
    {
        // PostgreSQL's user must be able to traverse it when root runs the tests.
        if (!OperatingSystem.IsWindows())
        {
            directory.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        }

        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public void Dispose()
    {
        listener.Dispose();
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Creating_and_migrating_the_database_emits_no_traces_and_what_the_application_asks_does()
    {
        // A trace of its own: other tests use the same source at the same time.
        using var trace = new Activity("test").Start();
        await using var database = new Database(new DatabaseOptions(null, null, Path.Combine(directory.FullName, "postgres")), NullLoggerFactory.Instance);

        await database.StartAsync(CancellationToken.None);

        Of(trace).Should().BeEmpty();
        await using var command = database.Application.CreateCommand("select count(*) from users.users");
        await command.ExecuteScalarAsync();
        Of(trace).Should().NotBeEmpty("the listener hears this trace");
    }

    private IEnumerable<string> Of(Activity trace) => spans.Where(span => span.TraceId == trace.TraceId).Select(span => span.DisplayName);
}
