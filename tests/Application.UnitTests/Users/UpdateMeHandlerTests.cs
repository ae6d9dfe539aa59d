using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.UnitTests.Users;

public sealed class UpdateMeHandlerTests : UserHandlerTest
{
    [Fact]
    [Trait("Requirement", "R205")]
    [Trait("Requirement", "R202")]
    public async Task The_caller_changes_themselves()
    {
        var user = Stored();
        user.UpdateProfile("Name", "Bio", null, Clock.Now);
        SignInAs(user);
        var response = await Update(new UpdateMe { Name = " New ", AvatarUrl = "https://acme.test/a.png" });
        (response.Id, response.Name, response.Bio, response.AvatarUrl, response.Role).Should().Be((user.Id, "New", "Bio", "https://acme.test/a.png", user.Role));
        Sent();
    }

    [Fact]
    public async Task A_version_that_has_passed_is_412()
    {
        var user = Stored();
        SignInAs(user);
        await FluentActions.Awaiting(() => Update(new UpdateMe { Name = "New", Expected = new([7]) })).Should().ThrowAsync<PreconditionFailedError>();
    }

    private Task<UserResponse> Update(UpdateMe command) => new UpdateMeHandler(Editor, Caller).Handle(command, CancellationToken.None);
}
