using Ardalis.Specification;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Common;
using CleanApi.Domain.Users;
using MediatR;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Users;

/// <summary>What the tests of handlers have in common: one stored user, and how many active administrators there are besides.</summary>
public abstract class UserHandlerTest
{
    private protected static readonly UserId Unknown = TypeId.New<UserId>(Clock.Now);

    private protected UserHandlerTest() => TheApplication.Configure();

    private protected IRepository<User> Users { get; } = Substitute.For<IRepository<User>>();

    private protected ISender Sender { get; } = Substitute.For<ISender>();

    private protected TestCaller Caller { get; private set; } = new(UserRole.Admin);

    private protected UserUpdateService Editor => new(Users, Caller, Sender, Clock.Instance);

    /// <summary>Stores a user; nobody else is there.</summary>
    private protected User Stored(UserRole role = UserRole.Member, int otherActiveAdmins = 0)
    {
        var user = People.User(role);
        Users.SingleOrDefaultAsync(Arg.Is<ISingleResultSpecification<User>>(s => s.IsSatisfiedBy(user)), Arg.Any<CancellationToken>()).Returns(user);
        Users.CountAsync(Arg.Any<ISpecification<User>>(), Arg.Any<CancellationToken>()).Returns(otherActiveAdmins);
        return user;
    }

    /// <summary>The caller is this user.</summary>
    private protected void SignInAs(User user)
    {
        Caller = new TestCaller(user.Role);
        Caller.Enter(Caller.Caller! with { UserId = user.Id });
    }

    /// <summary>Exactly these were sent to other modules.</summary>
    private protected void Sent(params object[] requests) =>
        Sender.ReceivedCalls().Select(call => call.GetArguments()[0]).Should().Equal(requests);
}
