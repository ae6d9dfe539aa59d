using System.Diagnostics;
using CleanApi.Application.Common.Behaviours;
using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.UnitTests.Behaviours;

public sealed class TraceBehaviourTests
{
    [Fact]
    public async Task A_request_has_a_span_with_its_name()
    {
        var spans = await Spans<TracedDone>(new TracedDone(), null);
        spans.Should().ContainSingle().Which.Status.Should().Be(ActivityStatusCode.Unset);
    }

    [Fact]
    public async Task An_application_error_is_traced_with_its_code() =>
        (await Spans<TracedRejected>(new TracedRejected(), AuthorizationError.InsufficientRole())).Should().ContainSingle(span =>
            span.Status == ActivityStatusCode.Error && Equals(span.GetTagItem("error.type"), ErrorCodes.Authorization));

    [Fact]
    public async Task Another_exception_is_traced_with_its_type() =>
        (await Spans<TracedBroken>(new TracedBroken(), new IOException())).Should().ContainSingle(span =>
            span.Status == ActivityStatusCode.Error && Equals(span.GetTagItem("error.type"), "System.IO.IOException"));

    private static async Task<List<Activity>> Spans<TRequest>(TRequest request, Exception? failure)
        where TRequest : ICommand<string>
    {
        List<Activity> spans = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "CleanApi.Application",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => spans.AddRange(span.OperationName == typeof(TRequest).Name ? [span] : []),
        };
        ActivitySource.AddActivityListener(listener);
        var thrown = await Record.ExceptionAsync(() => new TraceBehaviour<TRequest, string>()
            .Handle(request, () => failure is null ? Task.FromResult("done") : Task.FromException<string>(failure), CancellationToken.None));
        thrown.Should().BeSameAs(failure, "a span changes nothing of what it spans");
        return spans;
    }

    private sealed record TracedDone : ICommand<string>;

    private sealed record TracedRejected : ICommand<string>;

    private sealed record TracedBroken : ICommand<string>;
}
