namespace CleanApi.Infrastructure.Settings;

/// <summary>The process cannot start as it is set up. The message is for the operator: it names the setting and what to do.</summary>
public class StartException(string message, Exception? innerException = null) : InvalidOperationException(message, innerException);
