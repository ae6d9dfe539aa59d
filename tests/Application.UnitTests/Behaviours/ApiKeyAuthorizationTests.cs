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

[Trait("Requirement", "R126")]
public sealed class ApiKeyAuthorizationTests
{
    private static readonly UserId Other = TypeId.New<UserId>(Clock.Now);

    private readonly IAuditTrail audit = Substitute.For<IAuditTrail>();

    [Fact]
    public async Task An_API_key_is_rejected_where_a_user_session_is_required()
    {
        await Sending(new Personal()).Should().ThrowAsync<AuthorizationError>().WithMessage("A person has to be signed in*");
        await audit.Received(1).RecordRefusalAsync(
            new Refusal("probe.personal", AuditOutcome.Denied, ReasonCodes.PersonRequired, new AuditTarget(TestCaller.Organization)));
        (await SendAsync(new ForKeys())).Should().Be("done");
    }

    [Fact]
    [Trait("Requirement", "R243")]
    public async Task A_key_has_the_permissions_that_both_its_scopes_and_its_owner_s_role_grant()
    {
        (await SendAsync(new Guarded(), Permissions.UsersCreate)).Should().Be("done");
        var lacking = (await Sending(new Guarded(), Permissions.UsersRead).Should().ThrowAsync<AuthorizationError>()).Which;
        (lacking.Details.Single().Code, lacking.MissingScope).Should().Be((ReasonCodes.InsufficientScope, Permissions.UsersCreate));
        (await SendAsync(new InTheNameOf(Other), Permissions.PostsCreate, Permissions.PostsManage)).Should().Be("done");
        (await Sending(new InTheNameOf(Other), Permissions.PostsCreate).Should().ThrowAsync<AuthorizationError>()).Which.MissingScope.Should().Be(Permissions.PostsManage);
        var viewer = TestCaller.Key(UserRole.Viewer, Permissions.UsersCreate);
        var byRole = (await FluentActions.Awaiting(() => SendAsync(new Guarded(), viewer)).Should().ThrowAsync<AuthorizationError>()).Which;
        (byRole.Details.Single().Code, byRole.MissingScope).Should().Be((ReasonCodes.InsufficientRole, null));
    }

    [Fact]
    public async Task A_key_reads_its_owner_without_a_scope_but_does_not_change_them()
    {
        (await SendAsync(new OwnRead(TestCaller.Self))).Should().Be("done");
        await Sending(new OwnRead(Other)).Should().ThrowAsync<AuthorizationError>();
        await Sending(new OwnChange(TestCaller.Self)).Should().ThrowAsync<AuthorizationError>();
    }

    private Func<Task> Sending<TRequest>(TRequest request, params string[] scopes)
        where TRequest : IRequest<string> => FluentActions.Awaiting(() => SendAsync(request, scopes));

    private Task<string> SendAsync<TRequest>(TRequest request, params string[] scopes)
        where TRequest : IRequest<string> => SendAsync(request, TestCaller.Key(UserRole.Admin, scopes));

    private Task<string> SendAsync<TRequest>(TRequest request, ApiKeyCaller key)
        where TRequest : IRequest<string>
    {
        var context = new TestCaller(key);
        var behaviour = new AuthorizationBehaviour<TRequest, string>(context);
        return new RefusalBehaviour<TRequest, string>(context, audit, Substitute.For<ICallerCheck>()).Handle(
            request, () => behaviour.Handle(request, () => Task.FromResult("done"), CancellationToken.None), CancellationToken.None);
    }

    [AuthenticatedOnly("Probe")]
    [Audited("probe.personal")]
    private sealed record Personal : ICommand<string>;

    [AuthenticatedOnly("Probe", ForApiKeys = true)]
    private sealed record ForKeys : ICommand<string>;

    [RequiresPermission(Permissions.UsersCreate)]
    private sealed record Guarded : ICommand<string>;

    [RequiresPermission(Permissions.UsersRead, OrSelf = true)]
    private sealed record OwnRead(UserId Id) : IQuery<string>, IAboutUser;

    [RequiresPermission(Permissions.UsersUpdate, OrSelf = true)]
    private sealed record OwnChange(UserId Id) : ICommand<string>, IAboutUser;

    [RequiresPermission(Permissions.PostsCreate, ForOthers = Permissions.PostsManage)]
    private sealed record InTheNameOf(UserId Id) : ICommand<string>, IAboutUser;
}
