using CleanApi.Application.Common.Security;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Invitations;
using CleanApi.Application.Users;
using CleanApi.Domain.Users;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Users;

public sealed class CreateUserHandlerTests : UserHandlerTest
{
    private readonly IInvitationService invitations = Substitute.For<IInvitationService>();
    private readonly List<string> log = [];
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

    [Theory]
    [InlineData(false, "insert commit")]
    [InlineData(true, "begin ReadCommitted commit")]
    [Trait("Requirement", "R245")]
    public async Task The_user_has_no_account_and_is_invited_where_that_is_asked_for(bool sendInvitation, string transaction)
    {
        await Create(new CreateUser("ada@acme.test", "Ada", SendInvitation: sendInvitation));
        await invitations.Received(sendInvitation ? 1 : 0).InviteAsync(added!.Email, UserRole.Member, Arg.Any<CancellationToken>());
        Accounts.ReceivedCalls().Should().BeEmpty();
        Audit.Received(1).Record(added);
        string.Join(' ', log).Should().Be(transaction);
    }

    private Task<UserResponse> Create(CreateUser command) =>
        new CreateUserHandler(Users, invitations, Grants, new TestUnitOfWork(log), Audit, Caller, Clock.Instance).Handle(command, CancellationToken.None);
}
