using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CleanApi.Architecture.Tests.Support;
using CleanApi.Architecture.Tests.Tenancy;
using CleanApi.Domain.Common;

namespace CleanApi.Architecture.Tests.Secrets;

/// <summary>Secrets are marked, so that nothing writes them down, and compared in constant time.</summary>
public sealed partial class SecretTests
{
    [Fact]
    [Trait("Requirement", "R183")]
    public void A_property_that_is_named_like_a_secret_is_marked_as_one() =>
        Model.Entities.SelectMany(entity => entity.ClrType.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
            .Where(property => IsSecret(property) && !property.IsDefined(typeof(SecretAttribute)))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}").Should().BeEmpty();

    [Fact]
    [Trait("Requirement", "R183")]
    public void A_domain_event_carries_no_secret() =>
        Code.Domain.Written().Where(type => type.IsAssignableTo(typeof(IDomainEvent))).SelectMany(type => type.GetProperties())
            .Where(IsSecret).Select(property => $"{property.DeclaringType!.Name}.{property.Name}").Should().BeEmpty();

    [Fact]
    [Trait("Requirement", "R183")]
    public void A_record_that_carries_a_secret_does_not_print_it() =>
        new[] { Code.Application, Code.WebApi }.SelectMany(Code.Written).Where(type => type.GetMethod("<Clone>$") is not null && type.GetProperties().Any(IsSecret))
            .Where(type => type.GetMethod(nameof(ToString), Type.EmptyTypes)!.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Select(type => type.Name).Should().BeEmpty("a record prints all of its properties unless it says otherwise");

    [Fact]
    public void Hashes_and_secrets_are_compared_in_constant_time() =>
        Repository.Sources("src").AsParallel().SelectMany(file => SecretComparison.In(file).Select(file.Place))
            .Should().BeEmpty("CryptographicOperations.FixedTimeEquals compares secrets");

    [Theory]
    [InlineData("hash == other")]
    [InlineData("given != token.Hash")]
    [InlineData("stored.Hash.SequenceEqual(hash)")]
    [InlineData("expectedMac != mac")]
    [InlineData("hash.AsSpan().SequenceEqual(other)")]
    [InlineData("string.Equals(clientSecret, given, StringComparison.Ordinal)")]
    [InlineData("new List<Token>().Where(token => token.Hash == hash)")]
    public void A_comparison_that_leaves_early_is_found(string code) => Comparisons(code).Should().NotBeEmpty();

    [Theory]
    [InlineData("CryptographicOperations.FixedTimeEquals(hash, other)")]
    [InlineData("hash is null || hash.Length != 32")]
    [InlineData("hash == null")]
    [InlineData("new List<Token>().AsQueryable().Where(token => token.Hash == hash)")]
    [InlineData("machine == b")]
    public void Others_are_not(string code) => Comparisons(code).Should().BeEmpty();

    [Fact]
    [Trait("Requirement", "R247")]
    public void Secrets_that_can_be_guessed_are_compared_by_the_throttled_verifier() =>
        Repository.Sources("src").AsParallel().SelectMany(file => GuessedSecret.Unthrottled(file).Select(file.Place))
            .Should().BeEmpty("nothing else counts guesses");

    [Theory]
    [InlineData("await hasher.VerifyAsync(text, text, default)", 1)]
    [InlineData("await codes.ConsumeAsync(default, text, default)", 1)]
    [InlineData("await verifier.RunAsync(default(AccountId), async () => await hasher.VerifyAsync(text, text, default), default)", 0)]
    [InlineData("await verifier.RunAsync(default(AccountId), () => Task.Run(() => codes.ConsumeAsync(default, text, default)), default)", 0)]
    [InlineData("await Task.Run(() => hasher.VerifyAsync(text, text, default))", 1)]
    public void A_comparison_that_nothing_counts_is_found(string code, int found) => GuessedSecret.Unthrottled(SourceFile.Sample(
        $$"""
        using System.Threading.Tasks; using CleanApi.Application.Access; using CleanApi.Domain.Access;
        class ThrottledVerifier { public Task<bool> RunAsync(AccountId id, System.Func<Task<bool>> verify, System.Threading.CancellationToken token) => verify(); }
        class Sample { async Task<bool> RunAsync(ThrottledVerifier verifier, IPasswordHasher hasher, IRecoveryCodes codes, string text) => {{code}}; }
        """)).Should().HaveCount(found);

    private static IEnumerable<object> Comparisons(string code) =>
        SecretComparison.In(SourceFile.Sample($"class Token {{ public byte[] Hash; }} class Sample {{ object Run(byte[] hash, byte[] other) => {code}; }}"));

    // What says when or whether is about a secret and not one; a public key and a cancellation token are none.
    private static bool IsSecret(PropertyInfo property) =>
        SecretName().IsMatch(property.Name) && (property.PropertyType == typeof(string) || property.PropertyType == typeof(byte[]));

    [GeneratedRegex("(Password|Hash|Secret|PrivateKey|Token)[a-z0-9]*$|Hash$|^(Access|Refresh)Token", RegexOptions.ExplicitCapture)]
    private static partial Regex SecretName();
}
