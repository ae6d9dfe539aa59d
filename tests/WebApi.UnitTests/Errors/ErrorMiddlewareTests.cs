using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Errors;
using CleanApi.WebApi.Requests;
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
    public async Task Writes_nothing_to_a_disconnected_client()
    {
        context.RequestAborted = new CancellationToken(canceled: true);

        await Run(_ => throw new OperationCanceledException());

        context.Response.StatusCode.Should().Be(499);
        context.Response.Body.Length.Should().Be(0);
    }

    [Fact]
    [Trait("Requirement", "R136")]
    public async Task A_client_that_leaves_while_its_error_is_written_is_no_failure()
    {
        context.RequestAborted = new CancellationToken(canceled: true);

        await Run(_ => throw new PayloadTooLargeError("Too large"));

        RequestContext.Of(context).IsAborted.Should().BeTrue();
    }

    [Fact]
    public async Task Writes_an_error_for_a_cancellation_by_the_server()
    {
        await Run(_ => throw new OperationCanceledException());

        context.Response.StatusCode.Should().Be(500);
        context.Response.Body.Length.Should().BePositive();
    }

    [Fact]
    public async Task Rethrows_when_the_response_has_started()
    {
        var started = Substitute.For<IHttpResponseFeature>();
        started.HasStarted.Returns(true);
        context.Features.Set(started);

        await FluentActions.Awaiting(() => Run(_ => throw new InvalidOperationException("Late"))).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task Keeps_an_error_response_with_a_body()
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
        var mapper = new ExceptionMapper(Substitute.For<IExceptionTranslator>(), Substitute.For<IHostEnvironment>());
        return new ErrorMiddleware(next, mapper, new ErrorWriter(TimeProvider.System), NullLogger<ErrorMiddleware>.Instance).InvokeAsync(context);
    }
}
