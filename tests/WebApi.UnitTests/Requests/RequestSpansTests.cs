using System.Diagnostics;
using CleanApi.WebApi.Requests;

namespace CleanApi.WebApi.UnitTests.Requests;

public sealed class RequestSpansTests : IDisposable
{
    private readonly ActivitySource source = new(nameof(RequestSpansTests));
    private readonly ActivityListener sampler = new()
    {
        ShouldListenTo = source => source.Name == nameof(RequestSpansTests),
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    public RequestSpansTests() => ActivitySource.AddActivityListener(sampler);

    public void Dispose()
    {
        sampler.Dispose();
        source.Dispose();
    }

    [Fact]
    [Trait("Requirement", "R256")]
    public void An_exception_that_anybody_records_is_redacted()
    {
        using var spans = new RequestSpans();
        using var span = source.StartActivity("work")!;

        span.AddException(new InvalidOperationException("no row for ada@acme.test"));
        span.SetStatus(ActivityStatusCode.Error, "no row for ada@acme.test");
        span.Stop();

        var tags = span.Events.Should().ContainSingle().Which.Tags.ToDictionary(tag => tag.Key, tag => $"{tag.Value}");
        tags["exception.message"].Should().Be("no row for a***@acme.test");
        tags["exception.stacktrace"].Should().Be("System.InvalidOperationException: no row for a***@acme.test");
        tags["exception.type"].Should().Be("System.InvalidOperationException");
        span.StatusDescription.Should().Be("no row for a***@acme.test");
    }
}
