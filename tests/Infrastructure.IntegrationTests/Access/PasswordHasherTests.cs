using System.Text;
using CleanApi.Domain.Errors;
using CleanApi.Infrastructure.Access;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

[Trait("Requirement", "R227")]
public sealed class PasswordHasherTests
{
    private static readonly Pbkdf2PasswordHasher Pbkdf2 = new();
    private static readonly PasswordHasher Hasher = PasswordHasher.Create(NullLogger<PasswordHasher>.Instance);
    private static readonly PasswordHasher WithoutLibsodium = new([Pbkdf2], NullLogger<PasswordHasher>.Instance);

    public static TheoryData<string> Passwords => new("", "Passw0rd!", "Pässwörd 😀", "with\0zero", new string('x', 1000));

    [Fact]
    public void This_machine_has_libsodium() => Libsodium.IsAvailable.Should().BeTrue("the Debian package libsodium23 is installed by run.sh and test.sh");

    [Theory]
    [MemberData(nameof(Passwords))]
    public async Task Argon2id_takes_46_MiB_and_one_pass(string password)
    {
        var hash = await Hasher.HashAsync(password, CancellationToken.None);
        hash.Should().StartWith("$argon2id$v=19$m=47104,t=1,p=1$");
        (await Hasher.VerifyAsync(password, hash, CancellationToken.None)).Should().BeTrue();
        (await Hasher.VerifyAsync(password + "x", hash, CancellationToken.None)).Should().BeFalse();
        Hasher.NeedsRehash(hash).Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(Passwords))]
    public async Task Without_libsodium_it_is_pbkdf2_with_210000_rounds(string password)
    {
        var hash = await WithoutLibsodium.HashAsync(password, CancellationToken.None);
        hash.Should().StartWith("$pbkdf2-sha512$i=210000$");
        (await WithoutLibsodium.VerifyAsync(password, hash, CancellationToken.None)).Should().BeTrue();
        (await WithoutLibsodium.VerifyAsync(password + "x", hash, CancellationToken.None)).Should().BeFalse();
        WithoutLibsodium.NeedsRehash(hash).Should().BeFalse();
    }

    [Fact]
    public async Task A_zero_does_not_end_a_password()
    {
        var hash = await Hasher.HashAsync("with\0zero", CancellationToken.None);
        (await Hasher.VerifyAsync("with", hash, CancellationToken.None)).Should().BeFalse();
    }

    [Fact]
    public async Task The_fallback_s_hash_is_verified_and_wants_to_be_replaced()
    {
        var hash = await WithoutLibsodium.HashAsync("Passw0rd!", CancellationToken.None);
        (await Hasher.VerifyAsync("Passw0rd!", hash, CancellationToken.None)).Should().BeTrue();
        Hasher.NeedsRehash(hash).Should().BeTrue();
    }

    [Fact]
    public async Task A_hash_of_less_memory_is_verified_and_wants_to_be_replaced()
    {
        var buffer = new byte[Libsodium.HashBytes];
        Libsodium.HashPassword(buffer, "Passw0rd!"u8, 9, 1, 8 * 1024 * 1024).Should().Be(0);
        var hash = Encoding.ASCII.GetString(buffer).TrimEnd('\0');
        (await Hasher.VerifyAsync("Passw0rd!", hash, CancellationToken.None)).Should().BeTrue();
        Hasher.NeedsRehash(hash).Should().BeTrue();
    }

    [Fact]
    public async Task Fewer_rounds_want_to_be_replaced()
    {
        var hash = (await WithoutLibsodium.HashAsync("Passw0rd!", CancellationToken.None)).Replace("i=210000", "i=100000", StringComparison.Ordinal);
        WithoutLibsodium.NeedsRehash(hash).Should().BeTrue();
    }

    [Fact]
    public async Task An_argon2id_hash_without_libsodium_is_refused_and_logged()
    {
        var logger = Substitute.For<ILogger<PasswordHasher>>();
        using var hasher = new PasswordHasher([Pbkdf2], logger);
        (await hasher.VerifyAsync("Passw0rd!", await Hasher.HashAsync("Passw0rd!", CancellationToken.None), CancellationToken.None)).Should().BeFalse();
        logger.ReceivedCalls().Should().Contain(call => call.GetArguments().Contains(LogLevel.Error));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Passw0rd!")]
    [InlineData("$argon2id$")]
    [InlineData("$pbkdf2-sha512$i=1$")]
    [InlineData("$pbkdf2-sha512$i=210000$$")]
    [InlineData("$pbkdf2-sha512$i=-1$c2FsdHNhbHRzYWx0c2FsdA==$aGFzaGhhc2hoYXNoaGFzaA==")]
    [InlineData("$pbkdf2-sha512$i=99999999$c2FsdHNhbHRzYWx0c2FsdA==$aGFzaGhhc2hoYXNoaGFzaA==")]
    public async Task No_password_fits_what_is_no_hash(string? hash) =>
        (await Hasher.VerifyAsync("Passw0rd!", hash, CancellationToken.None)).Should().BeFalse();

    [Fact]
    public async Task No_more_wait_for_a_hash_than_are_soon_done()
    {
        using var slow = new HeldPasswordAlgorithm();
        using var hasher = new PasswordHasher([slow], NullLogger<PasswordHasher>.Instance);
        slow.Hold();
        var most = 65 * Environment.ProcessorCount;
        var verifications = Enumerable.Range(0, most).Select(_ => hasher.VerifyAsync("Passw0rd!", null, CancellationToken.None)).ToList();
        hasher.Invoking(one => one.RequireCapacity()).Should().Throw<ServiceUnavailableError>().Which.RetryAfter.Should().BePositive();
        await FluentActions.Awaiting(() => hasher.HashAsync("Passw0rd!", CancellationToken.None)).Should().ThrowAsync<ServiceUnavailableError>();
        slow.Release();
        await Task.WhenAll(verifications);
        hasher.RequireCapacity();
        await hasher.HashAsync("Passw0rd!", CancellationToken.None);
    }

    [Fact]
    public async Task More_at_once_than_processors_all_get_done()
    {
        var hash = await Hasher.HashAsync("Passw0rd!", CancellationToken.None);
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Hasher.VerifyAsync(i % 2 == 0 ? "Passw0rd!" : "wrong", hash, CancellationToken.None)));
        results.Should().Equal(Enumerable.Range(0, 12).Select(i => i % 2 == 0));
    }
}
