using CleanApi.Application.Common.Behaviours;
using CleanApi.Application.Common.Security;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Behaviours;

public sealed class ApiKeyRefreshBehaviourTests
{
    private static readonly ApiKeyCaller Outdated = TestCaller.Key(UserRole.Admin);
    private static readonly ApiKeyCaller Refreshed = Outdated with { Role = UserRole.Member, SecurityStamp = Outdated.SecurityStamp + 1 };

    private readonly IApiKeyCallerRefresher refresher = Substitute.For<IApiKeyCallerRefresher>();
    private readonly List<Caller?> ranAs = [];

    [Fact]
    [Trait("Requirement", "R126")]
    public async Task A_request_with_an_outdated_key_runs_again_with_the_present_role()
    {
        Refresh(Refreshed);
        var context = new TestCaller(Outdated);
        (await RunAsync(context, caller => caller == Outdated ? new AuthenticationError() : null)).Should().Be("done");
        ranAs.Should().Equal(Outdated, Refreshed);
        context.Caller.Should().Be(Outdated, "the refreshed rights end with the request");
    }

    [Fact]
    public async Task A_wrapped_authentication_error_counts_too()
    {
        Refresh(Refreshed);
        (await RunAsync(new TestCaller(Outdated), caller => caller == Outdated ? new IOException("save", new AuthenticationError()) : null)).Should().Be("done");
        ranAs.Should().HaveCount(2);
    }

    [Fact]
    public async Task Another_failure_does_not_run_the_request_again()
    {
        await FluentActions.Awaiting(() => RunAsync(new TestCaller(Outdated), _ => AuthorizationError.InsufficientRole())).Should().ThrowAsync<AuthorizationError>();
        ranAs.Should().ContainSingle();
        refresher.ReceivedCalls().Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R123")]
    public async Task A_key_that_is_no_longer_valid_is_rejected()
    {
        Refresh(null);
        await FluentActions.Awaiting(() => RunAsync(new TestCaller(Outdated), _ => new AuthenticationError())).Should().ThrowAsync<AuthenticationError>();
        ranAs.Should().ContainSingle();
    }

    [Fact]
    public async Task A_request_that_is_rejected_though_the_key_is_current_does_not_run_again()
    {
        Refresh(Outdated);
        await FluentActions.Awaiting(() => RunAsync(new TestCaller(Outdated), _ => new AuthenticationError())).Should().ThrowAsync<AuthenticationError>();
        ranAs.Should().ContainSingle();
    }

    [Fact]
    public async Task A_request_runs_again_once_at_most()
    {
        Refresh(Refreshed);
        await FluentActions.Awaiting(() => RunAsync(new TestCaller(Outdated), _ => new AuthenticationError())).Should().ThrowAsync<AuthenticationError>();
        ranAs.Should().HaveCount(2);
    }

    public static TheoryData<Caller?> Others => new() { null, TestCaller.User(UserRole.Admin), TestCaller.Program(TestCaller.Self) };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Only_an_API_key_is_looked_up_again(Caller? caller)
    {
        await FluentActions.Awaiting(() => RunAsync(new TestCaller(caller), _ => new AuthenticationError())).Should().ThrowAsync<AuthenticationError>();
        ranAs.Should().Equal(caller);
        refresher.ReceivedCalls().Should().BeEmpty();
    }

    private void Refresh(ApiKeyCaller? refreshed) => refresher.RefreshAsync(Outdated, Arg.Any<CancellationToken>()).Returns(refreshed);

    private Task<string> RunAsync(TestCaller context, Func<Caller?, Exception?> fail) =>
        new ApiKeyRefreshBehaviour<string, string>(context, refresher).Handle(
            "request",
            () =>
            {
                ranAs.Add(context.Caller);
                return fail(context.Caller) is { } exception ? Task.FromException<string>(exception) : Task.FromResult("done");
            },
            CancellationToken.None);
}
