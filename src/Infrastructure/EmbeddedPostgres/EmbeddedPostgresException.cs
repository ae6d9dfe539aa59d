using CleanApi.Infrastructure.Settings;

namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>The embedded PostgreSQL cannot do what was asked. The message names the cause and what the operator can do about it.</summary>
public sealed class EmbeddedPostgresException(string message, Exception? innerException = null) : StartException(message, innerException);
