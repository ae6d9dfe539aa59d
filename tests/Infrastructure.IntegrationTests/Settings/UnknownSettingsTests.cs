using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.IntegrationTests.Settings;

public sealed class UnknownSettingsTests
{
    [Theory]
    [InlineData("Auth:PasswordPolcy", "Auth__PasswordPolcy is not a setting. Auth__PasswordPolicy is the nearest that there is.*")]
    [InlineData("auth:passkeys:origin", "auth__passkeys__origin is not a setting. Auth__Passkeys__Origins is the nearest that there is.*")]
    [InlineData("Auth:External:Partner:ClientSecet", "Auth__External__Partner__ClientSecet is not a setting. Auth__External__Partner__ClientSecret is the nearest that there is.*")]
    [InlineData("ConnectionStrings:CleanApiOwnr", "ConnectionStrings__CleanApiOwnr is not a setting. ConnectionStrings__CleanApiOwner is the nearest that there is.*")]
    [InlineData("Email:Smtp:Anything", "Email__Smtp__Anything is not a setting. Remove it.*")]
    [InlineData("Auth:Issuer_FILE", "Auth__Issuer_FILE is not a setting.*")]
    [InlineData("Links:ResetPassword:0", "Links__ResetPassword__0 is not a setting.*")]
    public void What_nobody_reads_is_refused_with_the_nearest_name(string key, string message)
    {
        var check = () => UnknownSettings.Check(new ConfigurationManager { [key] = "sesame" });
        check.Should().Throw<StartException>().WithMessage(message).Which.Message.Should().NotContain("sesame");
    }

    [Fact]
    public void What_is_read_and_what_is_of_others_passes()
    {
        var settings = SettingName.All.ToDictionary(name => name.Key.Replace("*", "Partner", StringComparison.Ordinal), _ => (string?)"x");
        foreach (var other in new[] { "ConnectionStrings:Warehouse", "Logging:LogLevel:Default", "Kestrel:Limits:MaxRequestBodySize", "AUTHORITY", "EMAIL", "Auth:KeyEncryptionKey_FILE" })
        {
            settings[other] = "x";
        }

        UnknownSettings.Check(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
    }
}
