using CleanApi.Application.Common.Security;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Users;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Users;

public sealed class CreateUserHandlerTests : UserHandlerTest
{
    private User? added;

    public CreateUserHandlerTests() => Users.AddAsync(Arg.Do<User>(user => added = user), Arg.Any<CancellationToken>()).Returns(call => call.Arg<User>());

    [Fact]
    [Trait("Requirement", "R191")]
    [Trait("Requirement", "R192")]
    public async Task A_user_is_invited_into_the_caller_s_organization()
    {
        var response = await Create(new CreateUser(" Ada@ACME.test ", " Ada ", UserRole.Viewer));
        (added!.OrganizationId, added.Email.Value, added.Name, added.Role, added.Status, added.CreatedAt).Should().Be(
            (TestCaller.Organization, "ada@acme.test", "Ada", UserRole.Viewer, UserStatus.Invited, Clock.Now));
        (response.Id, response.Version).Should().Be((added.Id, 1L));
    }

    [Fact]
    public async Task The_user_gets_an_account()
    {
        await Create(new CreateUser("ada@acme.test", "Ada"));
        await Accounts.Received(1).CreateAsync(added!.Id, TestCaller.Organization, added.Email, null, Arg.Any<CancellationToken>());
        Audit.Received(1).Record(added);
    }

    private Task<UserResponse> Create(CreateUser command) =>
        new CreateUserHandler(Users, Accounts, new Grants(Caller), Audit, Caller, Clock.Instance).Handle(command, CancellationToken.None);
}
