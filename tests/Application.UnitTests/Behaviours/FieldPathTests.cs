using CleanApi.Application.Common.Behaviours;

namespace CleanApi.Application.UnitTests.Behaviours;

[Trait("Requirement", "R137")]
public sealed class FieldPathTests
{
    [Theory]
    [InlineData("Name", "name")]
    [InlineData("AvatarUrl", "avatarUrl")]
    [InlineData("Address.City", "address.city")]
    [InlineData("Name.Value", "name")]
    [InlineData("Address.City.Value", "address.city")]
    [InlineData("Items[2].Name", "items[2].name")]
    [InlineData("Value", "value")]
    [InlineData("ids", "ids")]
    public void A_path_is_converted_to_that_of_the_API(string path, string expected) => FieldPath.CamelCase(path).Should().Be(expected);
}
