namespace CleanApi.Infrastructure.Settings;

/// <summary>The process cannot start with its configuration. The message is for the operator: it names the setting and the remedy.</summary>
public class StartException(string message, Exception? innerException = null) : InvalidOperationException(message, innerException);
