using CleanApi.WebApi.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace CleanApi.WebApi.UnitTests.Errors;

public sealed class ErrorMiddlewareTests
{
    private readonly DefaultHttpContext context = new();

    public ErrorMiddlewareTests() => context.Response.Body = new MemoryStream();

    [Fact]
    public async Task Answers_nothing_to_a_client_that_has_gone()
    {
        context.RequestAborted = new CancellationToken(canceled: true);

        await Run(_ => throw new OperationCanceledException());

        context.Response.StatusCode.Should().Be(499);
        context.Response.Body.Length.Should().Be(0);
    }

    [Fact]
    public async Task Answers_a_cancellation_that_was_not_the_clients()
    {
        await Run(_ => throw new OperationCanceledException());

        context.Response.StatusCode.Should().Be(500);
        context.Response.Body.Length.Should().BePositive();
    }

    [Fact]
    public async Task Lets_pass_what_happens_after_the_answer_has_begun()
    {
        var started = Substitute.For<IHttpResponseFeature>();
        started.HasStarted.Returns(true);
        context.Features.Set(started);

        await FluentActions.Awaiting(() => Run(_ => throw new InvalidOperationException("Late"))).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task Leaves_a_failure_that_has_a_body()
    {
        await Run(http =>
        {
            http.Response.StatusCode = 400;
            http.Response.ContentType = "application/json";
            return Task.CompletedTask;
        });

        context.Response.Body.Length.Should().Be(0);
    }

    private Task Run(RequestDelegate next)
    {
        var mapper = new ExceptionMapper([], Substitute.For<IHostEnvironment>());
        return new ErrorMiddleware(next, mapper, new ErrorWriter(TimeProvider.System), NullLogger<ErrorMiddleware>.Instance).InvokeAsync(context);
    }
}
