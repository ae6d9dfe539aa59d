using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.UnitTests.Access;

public sealed class AccountTests
{
    private static readonly DateTimeOffset Now = new(2030, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly EmailAddress Email = EmailAddress.Parse("ada@acme.test");
    private static readonly UserId User = TypeId.New<UserId>(Now);
    private static readonly OrganizationId Organization = TypeId.New<OrganizationId>(Now);

    private readonly Account account = Account.Create(Email, Now);

    [Fact]
    public void A_new_account_has_no_user_and_no_password()
    {
        (account.Memberships.Count, account.LocalOrganizationId, account.PasswordHash, account.PasswordChangedAt, account.Version).Should().Be((0, null, null, null, 1L));
        account.Events.Should().Equal(new AccountCreated(account.Id));
    }

    [Fact]
    public void It_has_one_user_in_each_organization_that_it_joins()
    {
        account.ClearDomainEvents();
        var (user, organization) = (TypeId.New<UserId>(Now), TypeId.New<OrganizationId>(Now));
        account.Join(User, Organization, Now);
        account.Join(user, organization, Now.AddDays(1));
        account.Memberships.Select(one => (one.UserId, one.OrganizationId, one.CreatedAt)).Should().Equal((User, Organization, Now), (user, organization, Now.AddDays(1)));
        account.Events.Should().Equal(new MembershipCreated(account.Id, User, Organization), new MembershipCreated(account.Id, user, organization));
        FluentActions.Invoking(() => account.Join(TypeId.New<UserId>(Now), Organization, Now)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_local_account_joins_no_other_organization()
    {
        var local = Account.CreateLocal(Email, Organization, Now);
        local.Join(User, Organization, Now);
        (local.LocalOrganizationId, local.Memberships.Count).Should().Be((Organization, 1));
        FluentActions.Invoking(() => local.Join(TypeId.New<UserId>(Now), TypeId.New<OrganizationId>(Now), Now)).Should().Throw<InvalidOperationException>();
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
        var (user, organization) = (TypeId.New<UserId>(Now), TypeId.New<OrganizationId>(Now));
        account.Join(User, Organization, Now);
        account.Join(user, organization, Now);
        account.SetPassword("hash", Now);
        account.ClearDomainEvents();
        account.EndMembership(User, Now.AddDays(1));
        (account.DeletedAt, account.PasswordHash).Should().Be((null, "hash"));
        account.EndMembership(user, Now.AddDays(2));
        account.EndMembership(user, Now.AddDays(3));
        (account.DeletedAt, account.PasswordHash).Should().Be((Now.AddDays(2), null));
        account.Memberships.Select(one => one.DeletedAt).Should().Equal(Now.AddDays(1), Now.AddDays(2));
        account.Events.Should().Equal(
            new MembershipEnded(account.Id, User, Organization), new MembershipEnded(account.Id, user, organization), new AccountDeleted(account.Id));
    }

    [Fact]
    public void An_organization_that_it_has_left_can_be_joined_again()
    {
        account.Join(User, Organization, Now);
        account.Join(TypeId.New<UserId>(Now), TypeId.New<OrganizationId>(Now), Now);
        account.EndMembership(User, Now);
        account.Join(TypeId.New<UserId>(Now), Organization, Now);
        account.Memberships.Count(one => one.DeletedAt is null).Should().Be(2);
    }

    [Fact]
    public void Ending_the_membership_of_another_user_changes_nothing()
    {
        account.Join(User, Organization, Now);
        account.EndMembership(TypeId.New<UserId>(Now), Now);
        account.DeletedAt.Should().BeNull();
    }
}
