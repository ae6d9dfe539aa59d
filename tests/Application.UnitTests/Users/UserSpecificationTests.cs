using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Users;

public sealed class UserSpecificationTests
{
    public UserSpecificationTests() => TheApplication.Configure();

    [Fact]
    [Trait("Requirement", "R201")]
    public void Other_active_administrators_are_others_active_and_administrators()
    {
        var deactivated = People.User(UserRole.Admin);
        deactivated.Deactivate(TestCaller.Self, 1, Clock.Now);
        var invited = User.Create(TestCaller.Organization, EmailAddress.Parse("i@acme.test"), "Invited", UserRole.Admin, Clock.Now);
        var (self, other) = (People.User(UserRole.Admin), People.User(UserRole.Admin));
        new OtherActiveAdminsSpec(self.Id).Evaluate([self, other, deactivated, invited, People.User(UserRole.Member)]).Should().Equal(other.Id);
    }

    [Fact]
    public void One_user_is_found_by_id()
    {
        var user = People.User();
        new ByIdSpec<User, UserId>(user.Id).Evaluate([People.User(), user]).Should().Equal(user);
        new UserByIdSpec(user.Id).Evaluate([People.User(), user]).Should().ContainSingle().Which.Id.Should().Be(user.Id);
    }

    [Fact]
    public void Several_are_found_by_their_ids()
    {
        User[] users = [People.User(), People.User(), People.User()];
        new UsersByIdsSpec([users[2].Id, users[0].Id]).Evaluate(users).Select(user => user.Id).Should().Equal(users[0].Id, users[2].Id);
    }

    [Fact]
    [Trait("Requirement", "R18")]
    public void Reads_are_not_tracked_and_changes_are()
    {
        (new UserByIdSpec(TestCaller.Self).AsNoTracking, new UsersByIdsSpec([]).AsNoTracking, new PageSpecification<User, UserResponse>(new ListUsers()).AsNoTracking).Should().Be((true, true, true));
        new ByIdSpec<User, UserId>(TestCaller.Self).AsNoTracking.Should().BeFalse();
    }
}
