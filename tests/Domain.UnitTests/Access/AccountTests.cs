using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.UnitTests.Access;

public sealed class AccountTests
{
    private static readonly DateTimeOffset Now = new(2030, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly UserId User = TypeId.New<UserId>(Now);
    private static readonly OrganizationId Organization = TypeId.New<OrganizationId>(Now);

    private readonly Account account = Account.Create(EmailAddress.Parse("ada@acme.test"), User, Organization, Now);

    [Fact]
    public void A_new_account_has_one_user_and_no_password()
    {
        account.Memberships.Should().ContainSingle().Which.Should().Match<Membership>(one => one.UserId == User && one.OrganizationId == Organization);
        (account.PasswordHash, account.PasswordChangedAt, account.Version).Should().Be((null, null, 1L));
        account.Events.Should().Equal(new AccountCreated(account.Id, User, Organization));
    }

    [Fact]
    public void Setting_a_password_raises_an_event()
    {
        account.ClearDomainEvents();
        account.SetPassword("hash", Now.AddDays(1));
        (account.PasswordHash, account.PasswordChangedAt, account.Version).Should().Be(("hash", Now.AddDays(1), 2L));
        account.Events.Should().Equal(new PasswordChanged(account.Id));
    }

    [Fact]
    public void Ending_the_last_membership_deletes_the_account_and_its_password()
    {
        account.SetPassword("hash", Now);
        account.ClearDomainEvents();
        account.EndMembership(User, Now.AddDays(1));
        account.EndMembership(User, Now.AddDays(2));
        (account.DeletedAt, account.PasswordHash, account.Memberships[0].DeletedAt).Should().Be((Now.AddDays(1), null, Now.AddDays(1)));
        account.Events.Should().Equal(new AccountDeleted(account.Id));
    }

    [Fact]
    public void Ending_the_membership_of_another_user_changes_nothing()
    {
        account.EndMembership(TypeId.New<UserId>(Now), Now);
        account.DeletedAt.Should().BeNull();
    }
}
