using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.IntegrationTests.Settings;

public sealed class SecretFilesTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("Auth:KeyEncryptionKey")]
    [InlineData("ConnectionStrings:CleanApi")]
    [InlineData("ConnectionStrings:CleanApiOwner")]
    [InlineData("Email:Smtp:Password")]
    [InlineData("Auth:External:Google:ClientSecret")]
    public void A_secret_is_the_content_of_the_file_that_its_setting_names(string setting)
    {
        File.WriteAllText(path, " sesame \r\n");
        var configuration = new ConfigurationManager { [$"{setting}_FILE"] = path };

        configuration.AddSecretFiles();

        configuration[setting].Should().Be(" sesame ");
    }

    [Fact]
    public void Nothing_else_is_read_from_a_file()
    {
        var configuration = new ConfigurationManager { ["Auth:Issuer_FILE"] = path, ["PATH_FILE"] = path };

        configuration.AddSecretFiles();

        (configuration["Auth:Issuer"], configuration["PATH"]).Should().Be((null, null));
    }

    [Fact]
    public void A_file_that_is_empty_or_not_there_and_a_secret_that_is_there_twice_stop_the_start()
    {
        Add(("Email:Smtp:Password_FILE", path)).Should().Throw<StartException>().WithMessage("Email__Smtp__Password_FILE names *, which is empty.");
        Add(("Email:Smtp:Password_FILE", path + ".not")).Should().Throw<StartException>().WithMessage("Email__Smtp__Password_FILE does not name a file that exists.*")
            .Which.Message.Should().NotContain(path, "it may be the secret itself");
        Add(("Email:Smtp:Password_FILE", path), ("Email:Smtp:Password", "sesame")).Should().Throw<StartException>()
            .WithMessage("Email__Smtp__Password and Email__Smtp__Password_FILE are both set.*").Which.Message.Should().NotContain("sesame");
    }

    private static Action Add(params (string Key, string Value)[] settings) => () =>
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        configuration.AddSecretFiles();
    };
}
