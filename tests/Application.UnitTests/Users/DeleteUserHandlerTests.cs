using CleanApi.Application.Access;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using MediatR;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Users;

public sealed class DeleteUserHandlerTests : UserHandlerTest
{
    private readonly IAccountDeletion deletion = Substitute.For<IAccountDeletion>();

    [Fact]
    [Trait("Requirement", "R198")]
    public async Task Deletion_is_soft_and_deletes_the_account()
    {
        var user = Stored();
        await Delete(user.Id);
        user.DeletedAt.Should().Be(Clock.Now);
        await deletion.Received(1).DeleteAsync(user.Id, Arg.Any<CancellationToken>());
        Audit.Received(1).Record(user);
        await Users.DidNotReceiveWithAnyArgs().DeleteAsync(default!, default);
    }

    [Fact]
    [Trait("Requirement", "R197")]
    public async Task A_user_cannot_delete_themselves()
    {
        var user = Stored(UserRole.Admin, otherActiveAdmins: 2);
        SignInAs(user);
        await FluentActions.Awaiting(() => Delete(user.Id)).Should().ThrowAsync<BadRequestError>().WithMessage("Cannot delete your own account");
        user.DeletedAt.Should().BeNull();
        NothingChangesInAccess();
    }

    [Fact]
    [Trait("Requirement", "R201")]
    public async Task The_last_administrator_is_not_deleted()
    {
        var user = Stored(UserRole.Admin, otherActiveAdmins: 0);
        await FluentActions.Awaiting(() => Delete(user.Id)).Should().ThrowAsync<ConflictError>();
        NothingChangesInAccess();
    }

    [Fact]
    [Trait("Requirement", "R201")]
    public async Task One_of_several_administrators_is_deleted()
    {
        var user = Stored(UserRole.Admin, otherActiveAdmins: 1);
        await Delete(user.Id);
        await deletion.Received(1).DeleteAsync(user.Id, Arg.Any<CancellationToken>());
        Audit.Received(1).Record(user);
    }

    [Fact]
    public async Task An_unknown_user_is_404() => await FluentActions.Awaiting(() => Delete(Unknown)).Should().ThrowAsync<NotFoundError>();

    private Task<Unit> Delete(UserId id) =>
        new DeleteUserHandler(Updates, Invitations, deletion, Audit, Caller, Clock.Instance).Handle(new DeleteUser(id), CancellationToken.None);
}
