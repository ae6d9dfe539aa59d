using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.UnitTests.Access;

public sealed class AccountTotpTests
{
    private static readonly DateTimeOffset Now = new(2030, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly UserId User = TypeId.New<UserId>(Now);
    private static readonly SessionId Session = TypeId.New<SessionId>(Now);
    private static readonly byte[] Sealed = [1, 2, 3];

    private readonly Account account = Account.Create(EmailAddress.Parse("ada@acme.test"), Now);

    [Fact]
    public void An_enrollment_can_be_confirmed_for_15_minutes()
    {
        account.BeginTotp(Sealed, Session, Now);
        account.TotpSecretToConfirm(Session, Now.AddMinutes(15)).Should().BeSameAs(Sealed);
        account.Invoking(one => one.TotpSecretToConfirm(Session, Now.AddMinutes(15).AddMilliseconds(1))).Should().Throw<ConflictError>();
    }

    [Fact]
    public void Only_the_session_that_began_can_confirm()
    {
        account.BeginTotp(Sealed, Session, Now);
        account.Invoking(one => one.TotpSecretToConfirm(TypeId.New<SessionId>(Now), Now)).Should().Throw<ConflictError>();
    }

    [Fact]
    public void Beginning_again_increments_the_version_so_that_a_concurrent_confirmation_fails()
    {
        account.ClearDomainEvents();
        account.BeginTotp(Sealed, Session, Now);
        account.Version.Should().Be(2);
        account.ClearDomainEvents();
        account.BeginTotp([4], Session, Now);
        (account.Version, account.EncryptedTotpSecret![0]).Should().Be((3, (byte)4));
    }

    [Fact]
    public void A_confirmed_app_can_be_neither_replaced_nor_confirmed_again()
    {
        account.BeginTotp(Sealed, Session, Now);
        account.ConfirmTotp(7, Now);
        account.Invoking(one => one.BeginTotp([4], Session, Now)).Should().Throw<ConflictError>();
        account.Invoking(one => one.TotpSecretToConfirm(Session, Now)).Should().Throw<ConflictError>();
        (account.EncryptedTotpSecret, account.TotpConfirmedAt, account.TotpLastTimeStep).Should().Be((Sealed, Now, 7L));
    }

    [Fact]
    public void An_unconfirmed_app_cannot_be_removed()
    {
        account.BeginTotp(Sealed, Session, Now);
        account.Invoking(one => one.DisableTotp(Now)).Should().Throw<ConflictError>();
    }

    [Fact]
    public void A_deleted_account_has_no_secret()
    {
        account.BeginTotp(Sealed, Session, Now);
        account.ConfirmTotp(7, Now);
        account.Join(User, TypeId.New<OrganizationId>(Now), Now);
        account.EndMembership(User, Now);
        (account.EncryptedTotpSecret, account.TotpBegunAt, account.TotpConfirmedAt).Should().Be((null, null, null));
    }
}
