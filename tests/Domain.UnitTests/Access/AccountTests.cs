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
    public void A_new_account_is_one_user_and_has_no_password()
    {
        account.Memberships.Should().ContainSingle().Which.Should().Match<Membership>(one => one.UserId == User && one.OrganizationId == Organization);
        (account.PasswordHash, account.PasswordChangedAt, account.Version).Should().Be((null, null, 1L));
        account.Events.Should().Equal(new AccountCreated(account.Id, User, Organization));
    }

    [Fact]
    public void Setting_a_password_is_noted()
    {
        account.ClearDomainEvents();
        account.SetPassword("hash", Now.AddDays(1));
        (account.PasswordHash, account.PasswordChangedAt, account.Version).Should().Be(("hash", Now.AddDays(1), 2L));
        account.Events.Should().Equal(new PasswordChanged(account.Id));
    }

    [Fact]
    public void When_the_last_user_leaves_the_account_closes_and_forgets_the_password()
    {
        account.SetPassword("hash", Now);
        account.ClearDomainEvents();
        account.EndMembership(User, Now.AddDays(1));
        account.EndMembership(User, Now.AddDays(2));
        (account.DeletedAt, account.PasswordHash, account.Memberships[0].DeletedAt).Should().Be((Now.AddDays(1), null, Now.AddDays(1)));
        account.Events.Should().Equal(new AccountDeleted(account.Id));
    }

    [Fact]
    public void A_user_of_somebody_else_leaves_it_open()
    {
        account.EndMembership(TypeId.New<UserId>(Now), Now);
        account.DeletedAt.Should().BeNull();
    }
}
