using CleanApi.Application.Common.Requests;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Requests;

public sealed class ExpectedVersionTests
{
    private readonly User user = People.User();

    [Fact]
    public void Every_version_is_allowed_by_default()
    {
        user.Invoking(ExpectedVersion.Any.Require).Should().NotThrow();
        user.Invoking(default(ExpectedVersion).Require).Should().NotThrow();
    }

    [Theory]
    [InlineData("1")]
    [InlineData("7 1")]
    public void A_listed_version_is_allowed(string versions) => user.Invoking(Expected(versions).Require).Should().NotThrow();

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("0 2")]
    public void Another_version_is_412(string versions)
    {
        var error = user.Invoking(Expected(versions).Require).Should().Throw<PreconditionFailedError>().Which;
        (error.StatusCode, error.Code).Should().Be((412, ErrorCodes.PreconditionFailed));
    }

    private static ExpectedVersion Expected(string versions) => new([.. versions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)]);
}
