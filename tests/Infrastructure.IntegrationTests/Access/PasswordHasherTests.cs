using CleanApi.Application.Common.Concurrency;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;
using CleanApi.Infrastructure.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using System.Diagnostics.Metrics;
using System.Text;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

[Trait("Requirement", "R227")]
public sealed class PasswordHasherTests
{
    private static readonly PasswordMeter Meter = new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());
    private const int HalfOfQueue = 512;
    private static readonly PasswordHasher Hasher = Create(new PasswordAlgorithm());

    public static TheoryData<string> Passwords => new("", "Passw0rd!", "Pässwörd 😀", "with\0zero", new string('x', 1000));

    [Theory]
    [MemberData(nameof(Passwords))]
    public async Task Argon2id_takes_46_MiB_and_one_pass(string password)
    {
        var hash = await Hasher.HashAsync(password, CancellationToken.None);
        hash.Should().MatchRegex(@"^\$argon2id\$v=19\$m=47104,t=1,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$");
        (await Hasher.VerifyAsync(password, hash, CancellationToken.None)).Should().BeTrue();
        (await Hasher.VerifyAsync(password + "x", hash, CancellationToken.None)).Should().BeFalse();
        Hasher.NeedsRehash(hash).Should().BeFalse();
    }

    // Made by crypto_pwhash_str of libsodium 1.0.18, and by hashlib.pbkdf2_hmac of Python 3.11.
    [Theory]
    [InlineData("Passw0rd!", "$argon2id$v=19$m=47104,t=1,p=1$FkkTFbUqx7ujr8i9Jz2WbQ$H/d18q/aSjwrez5yxhRrenWj0hEGpgd0Vl7e8eSNWcc", false)]
    [InlineData("Pässwörd\0😀", "$argon2id$v=19$m=47104,t=1,p=1$5DC1xDMOG7TwhAmOHjEu8w$B/lpBp4DNERQsemkY3o9qPPGQ6elN71r+jIgaG5b3cA", false)]
    [InlineData("Passw0rd!", "$argon2id$v=19$m=8192,t=2,p=1$YbdCIeEWGip5Dq6Qq1KANA$ECZXovwKyC/F6/GjT+apVQRlyJOTqDn6GF/M1WZ3F58", true)]
    [InlineData("Passw0rd!", "$pbkdf2-sha512$i=210000$AAECAwQFBgcICQoLDA0ODw==$AdIiMb6fiMOdrD4zcBXYl9GGr8tfdM9XIe+l6s0U2lU=", true)]
    [InlineData("Pässwörd\0😀", "$pbkdf2-sha512$i=210000$AAECAwQFBgcICQoLDA0ODw==$4VY4ChD1zUl9q0o6bhemsIO6aFZ/T3RIq1cFT5y8PnU=", true)]
    [InlineData("Passw0rd!", "$pbkdf2-sha512$i=100000$EBESExQVFhcYGRobHB0eHw==$HG8iKK/oSzrnCCfe3zkvr52QKlqOxd9UKiRWVtBziXM=", true)]
    public async Task A_hash_of_an_earlier_version_is_verified_and_needs_a_rehash_unless_its_parameters_are_current(string password, string hash, bool isReplaced)
    {
        (await Hasher.VerifyAsync(password, hash, CancellationToken.None)).Should().BeTrue();
        (await Hasher.VerifyAsync(password + "x", hash, CancellationToken.None)).Should().BeFalse();
        Hasher.NeedsRehash(hash).Should().Be(isReplaced);
    }

    [Fact]
    [Trait("Requirement", "R241")]
    public async Task A_password_is_one_in_every_normalization_form()
    {
        const string composed = "P\u00e4ssw\u00f6rt7\u00e9";
        var decomposed = composed.Normalize(NormalizationForm.FormD);
        foreach (var (set, typed) in new[] { (composed, decomposed), (decomposed, composed), (decomposed, decomposed) })
        {
            (await Hasher.VerifyAsync(typed, await Hasher.HashAsync(set, CancellationToken.None), CancellationToken.None)).Should().BeTrue();
        }

        (await Hasher.VerifyAsync("Passwort7e", await Hasher.HashAsync(composed, CancellationToken.None), CancellationToken.None)).Should().BeFalse();
    }

    [Fact]
    public async Task A_hash_that_an_earlier_version_made_of_a_decomposed_password_is_verified()
    {
        var decomposed = "P\u00e4ssw\u00f6rt7".Normalize(NormalizationForm.FormD);
        var hash = new PasswordAlgorithm().Hash(Encoding.UTF8.GetBytes(decomposed));
        (await Hasher.VerifyAsync(decomposed, hash, CancellationToken.None)).Should().BeTrue();
        (await Hasher.VerifyAsync(decomposed + "x", hash, CancellationToken.None)).Should().BeFalse();
    }

    [Fact]
    public async Task A_NUL_character_does_not_truncate_a_password()
    {
        var hash = await Hasher.HashAsync("with\0zero", CancellationToken.None);
        (await Hasher.VerifyAsync("with", hash, CancellationToken.None)).Should().BeFalse();
    }

    [Fact]
    public async Task A_hash_in_an_unknown_format_is_rejected_and_logged()
    {
        var logger = Substitute.For<ILogger<PasswordHasher>>();
        var hasher = Create(new PasswordAlgorithm(), logger: logger);
        (await hasher.VerifyAsync("Passw0rd!", "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy", CancellationToken.None)).Should().BeFalse();
        logger.ReceivedCalls().Should().Contain(call => call.GetArguments().Contains(LogLevel.Error));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Passw0rd!")]
    [InlineData("$argon2id$")]
    [InlineData("$argon2id$v=19$m=4,t=1,p=1$FkkTFbUqx7ujr8i9Jz2WbQ$H/d18q/aSjwrez5yxhRrenWj0hEGpgd0Vl7e8eSNWcc")]
    [InlineData("$argon2id$v=19$m=9999999,t=1,p=1$FkkTFbUqx7ujr8i9Jz2WbQ$H/d18q/aSjwrez5yxhRrenWj0hEGpgd0Vl7e8eSNWcc")]
    [InlineData("$argon2id$v=19$m=47104,t=1,p=4$FkkTFbUqx7ujr8i9Jz2WbQ$H/d18q/aSjwrez5yxhRrenWj0hEGpgd0Vl7e8eSNWcc")]
    [InlineData("$argon2id$v=19$m=47104,t=1,p=1$FkkTFbUqx7ujr8i9Jz2WbQ$")]
    [InlineData("$pbkdf2-sha512$i=1$")]
    [InlineData("$pbkdf2-sha512$i=210000$$")]
    [InlineData("$pbkdf2-sha512$i=-1$c2FsdHNhbHRzYWx0c2FsdA==$aGFzaGhhc2hoYXNoaGFzaA==")]
    [InlineData("$pbkdf2-sha512$i=99999999$c2FsdHNhbHRzYWx0c2FsdA==$aGFzaGhhc2hoYXNoaGFzaA==")]
    public async Task No_password_matches_an_invalid_hash(string? hash) =>
        (await Hasher.VerifyAsync("Passw0rd!", hash, CancellationToken.None)).Should().BeFalse();

    [Fact]
    public async Task The_queue_for_hashing_is_bounded()
    {
        using var slow = new BlockingPasswordAlgorithm();
        var queue = Queue();
        var hashers = new[] { "192.0.2.1", "192.0.2.2", "192.0.2.3" }.Select(address => Create(slow, queue, address)).ToList();
        slow.Block();
        // Those that run and half of the queue, then the other half.
        var waiting = Verifications(hashers[0], HalfOfQueue + Environment.ProcessorCount).Concat(Verifications(hashers[1], HalfOfQueue)).ToList();
        foreach (var hasher in hashers)
        {
            await ShouldBeFullAsync(hasher);
        }

        slow.Release();
        await Task.WhenAll(waiting);
        hashers[0].RequireCapacity();
        await hashers[0].HashAsync("Passw0rd!", CancellationToken.None);
    }

    [Fact]
    [Trait("Requirement", "R66")]
    public async Task A_flood_from_one_network_makes_its_own_wait_and_nobody_else()
    {
        using var slow = new BlockingPasswordAlgorithm();
        var queue = Queue();
        var (flood, other) = (Create(slow, queue, "192.0.2.1"), Create(slow, queue, "192.0.2.2"));
        slow.Block();
        var flooded = Verifications(flood, HalfOfQueue + Environment.ProcessorCount);
        await ShouldBeFullAsync(flood);

        other.RequireCapacity();
        var honest = other.VerifyAsync("Passw0rd!", null, CancellationToken.None);
        // One after the other ends: after what runs, it is the other network's turn.
        while (!honest.IsCompleted)
        {
            var running = flooded.Append(honest).Where(one => !one.IsCompleted).ToList();
            slow.Release(1);
            await Task.WhenAny(running);
        }

        flooded.Count(one => !one.IsCompleted).Should().BeGreaterThan(HalfOfQueue - (8 * Environment.ProcessorCount));
        slow.Release();
        await Task.WhenAll(flooded);
    }

    [Fact]
    public async Task More_concurrent_hashes_than_processors_all_complete()
    {
        var hash = await Hasher.HashAsync("Passw0rd!", CancellationToken.None);
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Hasher.VerifyAsync(i % 2 == 0 ? "Passw0rd!" : "wrong", hash, CancellationToken.None)));
        results.Should().Equal(Enumerable.Range(0, 12).Select(i => i % 2 == 0));
    }

    private static List<Task<bool>> Verifications(PasswordHasher hasher, int number) =>
        [.. Enumerable.Range(0, number).Select(_ => hasher.VerifyAsync("Passw0rd!", null, CancellationToken.None))];

    private static async Task ShouldBeFullAsync(PasswordHasher hasher)
    {
        hasher.Invoking(one => one.RequireCapacity()).Should().Throw<ServiceUnavailableError>().Which.RetryAfter.Should().BePositive();
        await FluentActions.Awaiting(() => hasher.HashAsync("Passw0rd!", CancellationToken.None)).Should().ThrowAsync<ServiceUnavailableError>();
    }

    // A clock that stands still: however slow the machine is, nobody waits for too long.
    private static PasswordHashQueue Queue() => new(Meter, new Congestion(), new FakeTimeProvider());

    private static PasswordHasher Create(IPasswordAlgorithm algorithm, PasswordHashQueue? queue = null, string? address = null, ILogger<PasswordHasher>? logger = null)
    {
        var context = Substitute.For<ICallerContext>();
        context.Origin.Returns(new RequestOrigin("req_1", address, null));
        return new PasswordHasher(
            algorithm, queue ?? Queue(), new DummyPasswordHash(algorithm), context, logger ?? NullLogger<PasswordHasher>.Instance);
    }
}
