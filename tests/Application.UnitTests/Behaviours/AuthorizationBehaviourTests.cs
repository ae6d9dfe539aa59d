using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Behaviours;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using MediatR;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Behaviours;

public sealed class AuthorizationBehaviourTests
{
    private static readonly UserId Other = TypeId.New<UserId>(Clock.Now);

    private readonly IAuditTrail audit = Substitute.For<IAuditTrail>();

    [Fact]
    [Trait("Requirement", "R184")]
    public async Task Nobody_is_refused_with_401_and_no_entry()
    {
        foreach (var sent in new Func<Task>[] { () => Send(null, new Signed()), () => Send(null, new Guarded()), () => Send(null, new Own(Other)) })
        {
            var error = (await sent.Should().ThrowAsync<AuthenticationError>().WithMessage("Authentication required")).Which;
            error.StatusCode.Should().Be(401);
        }

        audit.ReceivedCalls().Should().BeEmpty();
    }

    [Fact]
    public async Task Everybody_may_send_what_is_open() => (await Send(null, new Open())).Should().Be("done");

    [Theory]
    [InlineData(UserRole.Viewer)]
    [InlineData(UserRole.Member)]
    [InlineData(UserRole.Admin)]
    public async Task Whoever_has_signed_in_may_send_what_needs_no_permission(UserRole role) => (await Send(role, new Signed())).Should().Be("done");

    [Fact]
    [Trait("Requirement", "R19")]
    public async Task The_permission_lets_through()
    {
        (await Send(UserRole.Admin, new Guarded())).Should().Be("done");
        audit.ReceivedCalls().Should().BeEmpty();
    }

    [Theory]
    [InlineData(UserRole.Viewer)]
    [InlineData(UserRole.Member)]
    [Trait("Requirement", "R131")]
    [Trait("Requirement", "R10")]
    public async Task Without_the_permission_it_is_403_with_the_request_s_words_and_an_entry(UserRole role)
    {
        var error = (await FluentActions.Awaiting(() => Send(role, new Guarded())).Should().ThrowAsync<AuthorizationError>()).Which;
        (error.StatusCode, error.Code, error.Message).Should().Be((403, ErrorCodes.Authorization, "Admin access required"));
        await audit.Received(1).RecordDeniedAsync("probe.guarded", null, Arg.Any<CancellationToken>());
    }

    [Fact]
    [Trait("Requirement", "R131")]
    public async Task A_refused_request_that_is_not_audited_leaves_no_entry()
    {
        await FluentActions.Awaiting(() => Send(UserRole.Viewer, new Listed())).Should().ThrowAsync<AuthorizationError>().WithMessage("Insufficient permissions");
        audit.ReceivedCalls().Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R194")]
    public async Task Or_self_lets_the_user_through_that_it_is_about() => (await Send(UserRole.Viewer, new Own(TestCaller.Self))).Should().Be("done");

    [Fact]
    [Trait("Requirement", "R194")]
    public async Task Or_self_refuses_others_and_names_the_target()
    {
        await FluentActions.Awaiting(() => Send(UserRole.Member, new Own(Other))).Should().ThrowAsync<AuthorizationError>();
        await audit.Received(1).RecordDeniedAsync("probe.own", Other.ToString(), Arg.Any<CancellationToken>());
    }

    [Theory]
    [InlineData(UserRole.Viewer, true, false)]
    [InlineData(UserRole.Member, true, true)]
    [InlineData(UserRole.Member, false, false)]
    [InlineData(UserRole.Admin, false, true)]
    [Trait("Requirement", "R19")]
    public async Task For_others_asks_for_a_further_permission(UserRole role, bool self, bool allowed)
    {
        var send = FluentActions.Awaiting(() => Send(role, new InTheNameOf(self ? TestCaller.Self : Other)));
        _ = allowed ? await send.Should().NotThrowAsync() : (object)await send.Should().ThrowAsync<AuthorizationError>();
    }

    [Fact]
    public async Task Being_oneself_is_not_enough_without_or_self() =>
        await FluentActions.Awaiting(() => Send(UserRole.Member, new About(TestCaller.Self))).Should().ThrowAsync<AuthorizationError>();

    [Fact]
    public async Task A_request_that_does_not_say_who_may_send_it_is_never_sent() =>
        (await FluentActions.Awaiting(() => Send(UserRole.Admin, new Undeclared())).Should().ThrowAsync<TypeInitializationException>())
            .WithInnerException<InvalidOperationException>().WithMessage("Undeclared does not say who may send it.");

    [Fact]
    public async Task Whoever_has_to_set_up_a_second_factor_may_send_what_is_marked_and_nothing_else()
    {
        (await Send(UserRole.Admin, new Enrolling(), isRestricted: true)).Should().Be("done");
        foreach (var sent in new Func<Task>[] { () => Send(UserRole.Admin, new Signed(), isRestricted: true), () => Send(UserRole.Admin, new Guarded(), isRestricted: true) })
        {
            await sent.Should().ThrowAsync<AuthorizationError>().WithMessage("Your organization requires you to set up a second factor first");
        }

        await audit.Received(1).RecordDeniedAsync("probe.guarded", null, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task What_a_marked_request_sends_is_part_of_it_and_what_comes_after_it_is_not()
    {
        var caller = new TestCaller(UserRole.Admin);
        caller.Enter(caller.Caller! with { MfaEnrollmentRequired = true });
        (await Behaviour<Enrolling>(caller).Handle(
            new Enrolling(), () => Behaviour<Guarded>(caller).Handle(new Guarded(), () => Task.FromResult("inner"), CancellationToken.None), CancellationToken.None)).Should().Be("inner");
        await FluentActions.Awaiting(() => Behaviour<Guarded>(caller).Handle(new Guarded(), () => Task.FromResult("after"), CancellationToken.None))
            .Should().ThrowAsync<AuthorizationError>();
    }

    private AuthorizationBehaviour<TRequest, string> Behaviour<TRequest>(ICallerContext caller)
        where TRequest : notnull => new(caller, audit, Substitute.For<ICallerCheck>());

    private async Task<string> Send<TRequest>(UserRole? role, TRequest request, bool isRestricted = false)
        where TRequest : IRequest<string>
    {
        var calls = 0;
        var caller = new TestCaller(role);
        if (isRestricted)
        {
            caller.Enter(caller.Caller! with { MfaEnrollmentRequired = true });
        }

        var behaviour = Behaviour<TRequest>(caller);
        var exception = await Record.ExceptionAsync(() => behaviour.Handle(request, () => Task.FromResult(calls++ == 0 ? "done" : "twice"), CancellationToken.None));
        calls.Should().Be(exception is null ? 1 : 0, "the handler runs once, and not at all when refused");
        return exception is null ? "done" : throw exception;
    }

    [AllowAnonymous("Probe")]
    private sealed record Open : ICommand<string>;

    [AuthenticatedOnly("Probe")]
    private sealed record Signed : ICommand<string>;

    [AuthenticatedOnly("Probe")]
    [AllowedBeforeMfaEnrollment]
    private sealed record Enrolling : ICommand<string>;

    [RequiresPermission(Permissions.UsersCreate, Denied = "Admin access required")]
    [Audited("probe.guarded")]
    private sealed record Guarded : ICommand<string>;

    [RequiresPermission(Permissions.UsersRead)]
    private sealed record Listed : IQuery<string>;

    [RequiresPermission(Permissions.UsersUpdate, OrSelf = true)]
    [Audited("probe.own")]
    private sealed record Own(UserId Id) : ICommand<string>, IAboutUser;

    [RequiresPermission(Permissions.UsersDelete)]
    private sealed record About(UserId Id) : ICommand<string>, IAboutUser;

    [RequiresPermission(Permissions.PostsCreate, ForOthers = Permissions.PostsManage)]
    private sealed record InTheNameOf(UserId Id) : ICommand<string>, IAboutUser;

    private sealed record Undeclared : ICommand<string>;
}
