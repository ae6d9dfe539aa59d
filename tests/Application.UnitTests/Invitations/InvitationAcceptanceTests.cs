using Ardalis.Specification;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Invitations;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Users;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Invitations;

public sealed class InvitationAcceptanceTests
{
    private static readonly EmailAddress Email = EmailAddress.Parse("invited@acme.test");

    private readonly IRepository<Invitation> invitations = Substitute.For<IRepository<Invitation>>();
    private readonly IUserProvisioner users = Substitute.For<IUserProvisioner>();
    private readonly IUserDirectory directory = Substitute.For<IUserDirectory>();
    private readonly List<string> log = [];

    [Fact]
    [Trait("Requirement", "R246")]
    public async Task Whoever_is_deactivated_while_an_acceptance_is_under_way_stays_out()
    {
        var invitation = Invitation.Send(TestCaller.Organization, Email, UserRole.Member, TestCaller.Self, Clock.Now, keepsRole: true);
        invitations.SingleOrDefaultAsync(Arg.Any<ISingleResultSpecification<Invitation>>(), Arg.Any<CancellationToken>()).Returns(invitation);
        directory.FindAsync(TestCaller.Self, Arg.Any<CancellationToken>()).Returns(
            new UserSignInState(UserRole.Admin, UserStatus.Active, "Grace", EmailAddress.Parse("admin@acme.test")));
        var id = TypeId.New<UserId>(Clock.Now);
        directory.FindByEmailAsync(Email, Arg.Any<CancellationToken>()).Returns(
            new InvitableUser(id, UserRole.Member, UserStatus.Invited, "Ada"), new InvitableUser(id, UserRole.Member, UserStatus.Deactivated, "Ada"));
        var acceptance = new InvitationAcceptance(
            invitations, Substitute.For<IInvitationStore>(), Substitute.For<IInvitationTokens>(), users, directory, new InvitationSenders(directory), new InvitationLinks(Substitute.For<IInvitationTokens>()), Substitute.For<IAccountService>(), new TestUnitOfWork(log), Substitute.For<IAuditTrail>(), new TestCaller(),
            Substitute.For<IExceptionTranslator>(), Clock.Instance);
        var accepting = () => acceptance.AcceptAsync(InvitationReference.To(invitation), "Ada", renames: false, _ => Task.CompletedTask, CancellationToken.None);
        await accepting.Should().ThrowAsync<ValidationError>();
        users.ReceivedCalls().Should().OnlyContain(call => call.GetMethodInfo().Name == nameof(IUserProvisioner.LockAsync));
    }
}
