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
    public void It_ends_seven_times_24_hours_after_it_was_sent()
    {
        var invitation = Send();

        (invitation.Status, invitation.ExpiresAt, invitation.SendCount).Should().Be((InvitationStatus.Pending, Now.AddHours(7 * 24), 1));
        invitation.Events.Should().ContainSingle().Which.Should()
            .Be(new InvitationSent(invitation.Id, invitation.OrganizationId, invitation.Email, UserRole.Member, Admin, invitation.ExpiresAt));
    }

    [Fact]
    [Trait("Requirement", "R212")]
    public void It_is_accepted_until_then_and_not_after()
    {
        var (early, late) = (Send(), Send());

        early.Accept(1, Invited, Now.AddDays(7).AddMilliseconds(-1));
        late.Invoking(invitation => invitation.Accept(1, Invited, Now.AddDays(7))).Should().Throw<GoneError>();

        (early.Status, early.AcceptedById, early.AcceptedAt).Should().Be((InvitationStatus.Accepted, Invited, Now.AddDays(7).AddMilliseconds(-1)));
    }

    [Fact]
    public void Sent_again_it_is_open_for_the_last_sending_only_and_its_time_begins_anew()
    {
        var invitation = Send();

        invitation.Resend(UserRole.Admin, Invited, Now.AddDays(8));

        (invitation.Role, invitation.InvitedById, invitation.ExpiresAt).Should().Be((UserRole.Admin, Invited, Now.AddDays(15)));
        invitation.Invoking(one => one.RequireOpen(1, Now.AddDays(8))).Should().Throw<ValidationError>();
        invitation.Invoking(one => one.RequireOpen(2, Now.AddDays(8))).Should().NotThrow();
    }

    [Fact]
    public void It_is_sent_ten_times_at_most()
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
    public void Revoked_it_is_open_no_more_and_revoking_again_changes_nothing()
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
    public void Accepted_it_can_be_neither_accepted_nor_revoked_nor_sent()
    {
        var invitation = Send();
        invitation.Accept(1, Invited, Now);

        invitation.Invoking(one => one.Accept(1, Invited, Now)).Should().Throw<ValidationError>();
        invitation.Invoking(one => one.Revoke(Now)).Should().Throw<ConflictError>();
        invitation.Invoking(one => one.Resend(UserRole.Member, Admin, Now)).Should().Throw<ConflictError>();
    }

    private static Invitation Send() => Invitation.Send(TypeId.New<OrganizationId>(Now), EmailAddress.Parse("ada@acme.test"), UserRole.Member, Admin, Now);
}
