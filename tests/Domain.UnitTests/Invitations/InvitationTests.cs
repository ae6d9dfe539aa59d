using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.UnitTests.Invitations;

/// <summary>When an invitation stands, and for whom.</summary>
public sealed class InvitationTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly UserId Admin = TypeId.New<UserId>(Now);
    private static readonly UserId Invited = TypeId.New<UserId>(Now);

    [Fact]
    [Trait("Requirement", "R209")]
    public void It_expires_7_days_after_it_was_sent()
    {
        var invitation = Send();

        (invitation.Status, invitation.ExpiresAt, invitation.SendCount).Should().Be((InvitationStatus.Pending, Now.AddHours(7 * 24), 1));
        invitation.Events.Should().ContainSingle().Which.Should()
            .Be(new InvitationSent(invitation.Id, invitation.OrganizationId, invitation.Email, UserRole.Member, Admin, invitation.ExpiresAt));
    }

    [Fact]
    [Trait("Requirement", "R212")]
    public void It_can_be_accepted_until_it_expires()
    {
        var (early, late) = (Send(), Send());

        early.Accept(1, Invited, Now.AddDays(7).AddMilliseconds(-1));
        late.Invoking(invitation => invitation.Accept(1, Invited, Now.AddDays(7))).Should().Throw<GoneError>();

        (early.Status, early.AcceptedById, early.AcceptedAt).Should().Be((InvitationStatus.Accepted, Invited, Now.AddDays(7).AddMilliseconds(-1)));
    }

    [Fact]
    public void Sending_it_again_invalidates_earlier_links_and_restarts_its_lifetime()
    {
        var invitation = Send();

        invitation.Resend(UserRole.Admin, Invited, Now.AddDays(8));

        (invitation.Role, invitation.InvitedById, invitation.ExpiresAt).Should().Be((UserRole.Admin, Invited, Now.AddDays(15)));
        invitation.Invoking(one => one.RequireOpen(1, Now.AddDays(8))).Should().Throw<ValidationError>();
        invitation.Invoking(one => one.RequireOpen(2, Now.AddDays(8))).Should().NotThrow();
    }

    [Fact]
    public void It_can_be_sent_ten_times()
    {
        var invitation = Send();
        for (var sending = 2; sending <= 10; sending++)
        {
            invitation.Resend(UserRole.Member, Admin, Now);
        }

        invitation.Invoking(one => one.Resend(UserRole.Member, Admin, Now)).Should().Throw<ConflictError>();
        invitation.Invoking(one => one.RequireOpen(10, Now)).Should().NotThrow("the last link is still good");
    }

    [Fact]
    public void A_revoked_invitation_is_not_open_and_revoking_it_again_changes_nothing()
    {
        var invitation = Send();

        invitation.Revoke(Now);
        var version = invitation.Version;
        invitation.Revoke(Now.AddDays(1));

        invitation.Version.Should().Be(version);
        invitation.Invoking(one => one.Accept(1, Invited, Now)).Should().Throw<ValidationError>();
        invitation.Invoking(one => one.Resend(UserRole.Member, Admin, Now)).Should().Throw<ConflictError>();
    }

    [Fact]
    [Trait("Requirement", "R213")]
    public void An_accepted_invitation_can_be_neither_accepted_nor_revoked_nor_sent()
    {
        var invitation = Send();
        invitation.Accept(1, Invited, Now);

        invitation.Invoking(one => one.Accept(1, Invited, Now)).Should().Throw<ValidationError>();
        invitation.Invoking(one => one.Revoke(Now)).Should().Throw<ConflictError>();
        invitation.Invoking(one => one.Resend(UserRole.Member, Admin, Now)).Should().Throw<ConflictError>();
    }

    [Fact]
    [Trait("Requirement", "R246")]
    public void A_declined_invitation_can_be_neither_accepted_nor_revoked_nor_sent_nor_declined()
    {
        var invitation = Send();
        invitation.ClearDomainEvents();
        invitation.Decline(Now);

        invitation.Status.Should().Be(InvitationStatus.Declined);
        invitation.Events.Should().Equal(new InvitationDeclined(invitation.Id, invitation.OrganizationId));
        invitation.Invoking(one => one.Accept(1, Invited, Now)).Should().Throw<ValidationError>();
        invitation.Invoking(one => one.Revoke(Now)).Should().Throw<ConflictError>();
        invitation.Invoking(one => one.Decline(Now)).Should().Throw<ConflictError>();
        invitation.Invoking(one => one.Resend(UserRole.Member, Admin, Now)).Should().Throw<ConflictError>();
    }

    private static Invitation Send() => Invitation.Send(TypeId.New<OrganizationId>(Now), EmailAddress.Parse("ada@acme.test"), UserRole.Member, Admin, Now);
}
