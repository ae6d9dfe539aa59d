using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Behaviours;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Domain.Auditing;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using MediatR;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Behaviours;

public sealed class AuthorizationBehaviourTests
{
    private static readonly UserId Other = TypeId.New<UserId>(Clock.Now);

    private static readonly Caller Unenrolled = TestCaller.User(UserRole.Admin) with { MfaEnrollmentRequired = true };

    private readonly IAuditTrail audit = Substitute.For<IAuditTrail>();
    private readonly ICallerCheck check = Substitute.For<ICallerCheck>();

    [Fact]
    [Trait("Requirement", "R184")]
    public async Task An_anonymous_request_is_rejected_with_401_and_not_audited()
    {
        foreach (var sent in new Func<Task>[] { () => Send((Caller?)null, new Signed()), () => Send((Caller?)null, new Guarded()), () => Send((Caller?)null, new Own(Other)) })
        {
            var error = (await sent.Should().ThrowAsync<AuthenticationError>().WithMessage("Authentication required")).Which;
            error.StatusCode.Should().Be(401);
        }

        await audit.DidNotReceiveWithAnyArgs().RecordRefusalAsync(default!);
    }

    [Fact]
    public async Task An_anonymous_request_is_allowed_by_AllowAnonymous() => (await Send((Caller?)null, new Open())).Should().Be("done");

    [Theory]
    [InlineData(UserRole.Viewer)]
    [InlineData(UserRole.Member)]
    [InlineData(UserRole.Admin)]
    public async Task Every_role_may_send_a_request_without_a_permission(UserRole role) => (await Send(role, new Signed())).Should().Be("done");

    [Fact]
    [Trait("Requirement", "R19")]
    public async Task A_role_with_the_permission_is_allowed()
    {
        (await Send(UserRole.Admin, new Guarded())).Should().Be("done");
        await audit.DidNotReceiveWithAnyArgs().RecordRefusalAsync(default!);
    }

    [Theory]
    [InlineData(UserRole.Viewer)]
    [InlineData(UserRole.Member)]
    [Trait("Requirement", "R131")]
    [Trait("Requirement", "R10")]
    public async Task A_role_without_the_permission_is_rejected_with_403_and_audited(UserRole role)
    {
        var error = (await FluentActions.Awaiting(() => Send(role, new Guarded())).Should().ThrowAsync<AuthorizationError>()).Which;
        (error.StatusCode, error.Code, error.Message).Should().Be((403, ErrorCodes.Authorization, "Admin access required"));
        await DeniedAsync("probe.guarded", ReasonCodes.InsufficientRole);
    }

    [Fact]
    [Trait("Requirement", "R131")]
    [Trait("Requirement", "R252")]
    public async Task A_denied_query_is_recorded_by_its_name()
    {
        await FluentActions.Awaiting(() => Send(UserRole.Viewer, new Listed())).Should().ThrowAsync<AuthorizationError>().WithMessage("Insufficient permissions");
        await DeniedAsync("listed", ReasonCodes.InsufficientRole);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task A_denial_that_is_not_stored_again_checks_the_session_all_the_same(bool isStored, int checks)
    {
        audit.RecordRefusalAsync(Arg.Any<Refusal>()).Returns(isStored);
        await FluentActions.Awaiting(() => Send(UserRole.Viewer, new Listed())).Should().ThrowAsync<AuthorizationError>();
        await check.Received(checks).RequireValidAsync(Arg.Any<CancellationToken>());
    }

    [Fact]
    [Trait("Requirement", "R194")]
    public async Task Or_self_allows_the_user_that_the_request_is_about() => (await Send(UserRole.Viewer, new Own(TestCaller.Self))).Should().Be("done");

    [Fact]
    [Trait("Requirement", "R194")]
    public async Task Or_self_denies_others_and_audits_the_target()
    {
        await FluentActions.Awaiting(() => Send(UserRole.Member, new Own(Other))).Should().ThrowAsync<AuthorizationError>();
        await DeniedAsync("probe.own", ReasonCodes.InsufficientRole, AuditTarget.Of(TestCaller.Organization, Other));
    }

    [Theory]
    [InlineData(UserRole.Viewer, true, false)]
    [InlineData(UserRole.Member, true, true)]
    [InlineData(UserRole.Member, false, false)]
    [InlineData(UserRole.Admin, false, true)]
    [Trait("Requirement", "R19")]
    public async Task For_others_requires_a_further_permission(UserRole role, bool self, bool allowed)
    {
        var send = FluentActions.Awaiting(() => Send(role, new InTheNameOf(self ? TestCaller.Self : Other)));
        _ = allowed ? await send.Should().NotThrowAsync() : (object)await send.Should().ThrowAsync<AuthorizationError>();
    }

    [Fact]
    public async Task A_request_about_oneself_needs_the_permission_without_or_self() =>
        await FluentActions.Awaiting(() => Send(UserRole.Member, new About(TestCaller.Self))).Should().ThrowAsync<AuthorizationError>();

    [Fact]
    public async Task A_request_without_an_access_rule_is_never_sent() =>
        (await FluentActions.Awaiting(() => Send(UserRole.Admin, new Undeclared())).Should().ThrowAsync<TypeInitializationException>())
            .WithInnerException<InvalidOperationException>().WithMessage("Undeclared does not say who may send it.");

    [Fact]
    public async Task A_user_who_must_enroll_a_second_factor_may_send_only_allowed_requests()
    {
        (await Send(Unenrolled, new Enrolling())).Should().Be("done");
        foreach (var sent in new Func<Task>[] { () => Send(Unenrolled, new Signed()), () => Send(Unenrolled, new Guarded()) })
        {
            await sent.Should().ThrowAsync<AuthorizationError>().WithMessage("Your organization requires you to set up a second factor first");
        }

        await DeniedAsync("probe.guarded", ReasonCodes.MfaRequired);
    }

    public static TheoryData<UserId?> Behalves => new() { null, TestCaller.Self };

    [Theory]
    [MemberData(nameof(Behalves))]
    public async Task The_system_has_no_permission(UserId? onBehalfOf)
    {
        var program = TestCaller.Program(onBehalfOf);
        foreach (var sent in new Func<Task>[]
                 {
                     () => Send(program, new Signed()), () => Send(program, new ForKeys()), () => Send(program, new Guarded()),
                     () => Send(program, new Own(TestCaller.Self)), () => Send(program, new OwnQuery(TestCaller.Self)),
                 })
        {
            await sent.Should().ThrowAsync<AuthorizationError>();
        }
    }

    private Task<bool> DeniedAsync(string action, string reason, AuditTarget? target = null) =>
        audit.Received(1).RecordRefusalAsync(new Refusal(action, AuditOutcome.Denied, reason, target ?? new AuditTarget(TestCaller.Organization)));

    private Task<string> Send<TRequest>(UserRole? role, TRequest request)
        where TRequest : IRequest<string> => Send(role is { } given ? TestCaller.User(given) : null, request);

    private async Task<string> Send<TRequest>(Caller? caller, TRequest request)
        where TRequest : IRequest<string>
    {
        var calls = 0;
        var context = new TestCaller(caller);
        var behaviour = new AuthorizationBehaviour<TRequest, string>(context);
        var exception = await Record.ExceptionAsync(() => new RefusalBehaviour<TRequest, string>(context, audit, check).Handle(
            request, () => behaviour.Handle(request, () => Task.FromResult(calls++ == 0 ? "done" : "twice"), CancellationToken.None), CancellationToken.None));
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

    [RequiresPermission(Permissions.UsersUpdate, OrSelf = true)]
    private sealed record OwnQuery(UserId Id) : IQuery<string>, IAboutUser;

    [AuthenticatedOnly("Probe", ForApiKeys = true)]
    private sealed record ForKeys : ICommand<string>;

    [RequiresPermission(Permissions.UsersDelete)]
    private sealed record About(UserId Id) : ICommand<string>, IAboutUser;

    [RequiresPermission(Permissions.PostsCreate, ForOthers = Permissions.PostsManage)]
    private sealed record InTheNameOf(UserId Id) : ICommand<string>, IAboutUser;

    private sealed record Undeclared : ICommand<string>;
}
