() => __webaudit.clips(false)
