using CleanApi.Application.Common.Requests;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Users;

public sealed class ReplaceUserHandlerTests : UserHandlerTest
{
    [Fact]
    [Trait("Requirement", "R26")]
    public async Task Omitted_fields_are_removed()
    {
        var user = Stored();
        user.UpdateProfile("Name", "Bio", "https://acme.test/a.png", Clock.Now);
        var response = await Replace(user, new ReplaceUser("New", UserRole.Member));
        (response.Name, response.Bio, response.AvatarUrl, response.Role).Should().Be(("New", null, null, UserRole.Member));
    }

    [Fact]
    [Trait("Requirement", "R26")]
    public async Task Every_field_is_replaced()
    {
        var user = Stored();
        var response = await Replace(user, new ReplaceUser("New", UserRole.Viewer, "Bio", "https://acme.test/b.png"));
        (response.Name, response.Bio, response.AvatarUrl, response.Role).Should().Be(("New", "Bio", "https://acme.test/b.png", UserRole.Viewer));
        await Sessions.Received(1).InvalidateAccessTokensAsync(user.Id, Arg.Any<CancellationToken>());
    }

    [Theory]
    [InlineData("user@acme.test")]
    [InlineData(" User@ACME.test ")]
    public async Task The_same_address_is_accepted(string email) =>
        (await Replace(Stored(), new ReplaceUser("New", UserRole.Member) { Email = email })).Name.Should().Be("New");

    [Fact]
    public async Task Another_address_is_rejected_before_anything_changes()
    {
        var user = Stored();
        var thrown = await FluentActions.Awaiting(() => Replace(user, new ReplaceUser("New", UserRole.Member) { Email = "other@acme.test" })).Should().ThrowAsync<ValidationError>();
        thrown.Which.Details.Should().Equal(new ErrorDetail("email", FieldCodes.ReadOnly, "Read-only here"));
        user.Name.Should().Be("User");
    }

    [Fact]
    [Trait("Requirement", "R195")]
    public async Task A_user_cannot_replace_their_own_role()
    {
        var user = Stored();
        SignInAs(user);
        await FluentActions.Awaiting(() => Replace(user, new ReplaceUser("New", UserRole.Admin))).Should().ThrowAsync<BadRequestError>();
        (await Replace(user, new ReplaceUser("New", UserRole.Member))).Name.Should().Be("New");
    }

    [Fact]
    [Trait("Requirement", "R201")]
    public async Task The_last_administrator_cannot_lose_the_role()
    {
        var user = Stored(UserRole.Admin);
        await FluentActions.Awaiting(() => Replace(user, new ReplaceUser("New", UserRole.Viewer))).Should().ThrowAsync<ConflictError>();
        user.Role.Should().Be(UserRole.Admin);
    }

    [Fact]
    public async Task An_unknown_user_is_404() =>
        await FluentActions.Awaiting(() => Handle(new ReplaceUser("New", UserRole.Member) { Id = Unknown })).Should().ThrowAsync<NotFoundError>();

    private Task<UserResponse> Replace(User user, ReplaceUser command) => Handle(command with { Id = user.Id });

    private Task<UserResponse> Handle(ReplaceUser command) => new ReplaceUserHandler(Updates, new TestCaller()).Handle(command, CancellationToken.None);
}
