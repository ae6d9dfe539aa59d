using CleanApi.Application.Common.Behaviours;
using CleanApi.Application.Common.Security;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Behaviours;

public sealed class RenewalBehaviourTests
{
    private readonly TestCaller context = new(UserRole.Admin);
    private readonly ICallerRenewal renewal = Substitute.For<ICallerRenewal>();
    private readonly OutermostRequest outermost = new();
    private readonly List<UserRole> ran = [];

    [Fact]
    [Trait("Requirement", "R126")]
    public async Task A_key_that_was_looked_up_too_long_ago_runs_again_with_the_present_role()
    {
        var stale = EnterKey();
        Renews(stale, stale with { Role = UserRole.Member });
        (await RunAsync(() => context.Caller == stale)).Should().Be("done");
        ran.Should().Equal(UserRole.Admin, UserRole.Member);
    }

    [Fact]
    [Trait("Requirement", "R123")]
    public async Task A_key_that_is_good_no_more_is_refused()
    {
        Renews(EnterKey(), null);
        await FluentActions.Awaiting(() => RunAsync(() => true)).Should().ThrowAsync<AuthenticationError>();
        ran.Should().ContainSingle();
    }

    [Fact]
    public async Task It_runs_again_once_and_not_for_ever()
    {
        var stale = EnterKey();
        Renews(stale, stale with { Role = UserRole.Member });
        await FluentActions.Awaiting(() => RunAsync(() => true)).Should().ThrowAsync<AuthenticationError>();
        ran.Should().HaveCount(2);
    }

    [Fact]
    public async Task What_a_request_sends_itself_is_not_run_again_by_itself()
    {
        EnterKey();
        outermost.IsOpen = true;
        await FluentActions.Awaiting(() => RunAsync(() => true)).Should().ThrowAsync<AuthenticationError>();
        ran.Should().ContainSingle("what the outer one was allowed has to be asked anew");
        await renewal.DidNotReceiveWithAnyArgs().RenewAsync(null!, CancellationToken.None);
    }

    [Fact]
    public async Task A_session_is_not_looked_up_again()
    {
        await FluentActions.Awaiting(() => RunAsync(() => true)).Should().ThrowAsync<AuthenticationError>();
        await renewal.DidNotReceiveWithAnyArgs().RenewAsync(null!, CancellationToken.None);
    }

    private Caller EnterKey()
    {
        context.Enter(context.Caller! with { ApiKey = TestCaller.Key() });
        return context.Caller!;
    }

    private void Renews(Caller stale, Caller? renewed) => renewal.RenewAsync(stale, Arg.Any<CancellationToken>()).Returns(renewed);

    private Task<string> RunAsync(Func<bool> isDead) => new RenewalBehaviour<string, string>(context, renewal, outermost).Handle(
        "request",
        () =>
        {
            ran.Add(context.Caller!.Role);
            return isDead() ? throw new AuthenticationError() : Task.FromResult("done");
        },
        CancellationToken.None);
}
