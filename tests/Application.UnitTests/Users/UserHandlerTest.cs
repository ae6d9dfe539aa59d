using Ardalis.Specification;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Invitations;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Common;
using CleanApi.Domain.Users;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Users;

/// <summary>What the handlers' tests share: one stored user, the number of other active administrators, and the contracts of other modules.</summary>
public abstract class UserHandlerTest
{
    private protected static readonly UserId Unknown = TypeId.New<UserId>(Clock.Now);

    private protected UserHandlerTest() => TheApplication.Configure();

    private protected IRepository<User> Users { get; } = Substitute.For<IRepository<User>>();

    private protected IUserSessions Sessions { get; } = Substitute.For<IUserSessions>();

    private protected IAccountService Accounts { get; } = Substitute.For<IAccountService>();

    private protected IUserStore Store { get; } = Substitute.For<IUserStore>();

    private protected IPendingInvitations Invitations { get; } = Substitute.For<IPendingInvitations>();

    private protected IAuditTrail Audit { get; } = Substitute.For<IAuditTrail>();

    private protected TestCaller Caller { get; private set; } = new(UserRole.Admin);

    private protected IRecentAuthentication Proof { get; } = Substitute.For<IRecentAuthentication>();

    private protected Grants Grants => new(Caller, Proof);

    private protected UserUpdateService Updates => new(Users, Accounts, Sessions, Store, Invitations, Grants, Audit, Caller, Clock.Instance);

    /// <summary>Stores a user, the only one.</summary>
    private protected User Stored(UserRole role = UserRole.Member, int otherActiveAdmins = 0)
    {
        var user = People.User(role);
        Users.SingleOrDefaultAsync(Arg.Is<ISingleResultSpecification<User>>(s => s.IsSatisfiedBy(user)), Arg.Any<CancellationToken>()).Returns(user);
        UserId[] others = [.. Enumerable.Range(0, otherActiveAdmins).Select(_ => TypeId.New<UserId>(Clock.Now))];
        Users.ListAsync(Arg.Any<ISpecification<User, UserId>>(), Arg.Any<CancellationToken>()).Returns([.. others]);
        Accounts.CountWithAccountAsync(Arg.Any<IReadOnlyCollection<UserId>>(), Arg.Any<CancellationToken>()).Returns(call => call.Arg<IReadOnlyCollection<UserId>>().Count);
        return user;
    }

    /// <summary>The caller is this user.</summary>
    private protected void SignInAs(User user) => Caller = new TestCaller(TestCaller.User(user.Role) with { UserId = user.Id });

    /// <summary>The user's sessions stay as they are.</summary>
    private protected void NothingChangesInAccess() =>
        Sessions.ReceivedCalls().Should().NotContain(call => call.GetMethodInfo().Name != nameof(IUserSessions.LockAsync));
}
