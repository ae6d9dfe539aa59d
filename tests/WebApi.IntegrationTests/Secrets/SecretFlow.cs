namespace CleanApi.WebApi.IntegrationTests.Secrets;

/// <summary>Something that people do and that has secrets in it.</summary>
/// <param name="Name">What.</param>
/// <param name="Run">Does it.</param>
/// <param name="Kinds">The kinds of secrets that go over the wire meanwhile.</param>
public sealed record SecretFlow(string Name, Func<SecretsApi, Task> Run, params string[] Kinds);
